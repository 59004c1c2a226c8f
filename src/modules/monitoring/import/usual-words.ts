// What chronicles call acts, in the languages of people here: our code for it. A person confirms what is proposed.
const types = `
HOM|вбивство, убивство, zabójstwo, morderstwo, murder, killing, mord, tötung, tötungsdelikt
EXT|замах на вбивство, тяжкі тілесні ушкодження, usiłowanie zabójstwa, attempted murder, versuchter mord
SEX|зґвалтування, gwałt, rape, vergewaltigung
ASS|напад, побиття, бійка, фізичне насильство, тілесні ушкодження, pobicie, napaść, atak, przemoc fizyczna, physical assault, attack, violence, angriff, körperverletzung, gewalt
DET|викрадення, uprowadzenie, abduction, kidnapping, entführung
ROB|пограбування, крадіжка, грабіж, kradzież, rozbój, theft, robbery, diebstahl, raub
ARS|підпал, підпалення, podpalenie, arson, arson attack, brandstiftung, brandanschlag
DAM|вандалізм, пошкодження майна, псування майна, графіті, wandalizm, zniszczenie mienia, uszkodzenie mienia, graffiti, vandalism, damage to property, property damage, sachbeschädigung, schmiererei
GRA|осквернення могил, znieważenie grobu, desecration, grabschändung
THR|погрози, погроза, залякування, groźby, groźba, threat, intimidation, drohung, bedrohung
STK|переслідування, цькування, nękanie, harassment, stalking, nachstellung
INC|розпалювання ворожнечі, підбурювання, nawoływanie do nienawiści, incitement, volksverhetzung
ABU|образа, образи, словесна агресія, мова ворожнечі, zniewaga, obelgi, mowa nienawiści, insult, verbal attack, hate speech, beleidigung
LIT|листівки, ulotki, leaflets, flugblätter
SYM|символи ненависті, symbole nienawiści, hate symbols, symbols, propagandadelikt
`

/** Words that stand for a code beside its own labels, by vocabulary. */
export const usualWords: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  types: new Map(
    types
      .trim()
      .split('\n')
      .flatMap(line => {
        const [code, words = ''] = line.split('|')
        return words.split(', ').map(word => [word, code!] as const)
      }),
  ),
}
