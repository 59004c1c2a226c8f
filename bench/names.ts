/** Word lists from which a bench makes names that read like real ones, in three languages. */
type Words = { uk: string; pl: string; en: string }

const words = (text: string): Words[] =>
  text
    .trim()
    .split('\n')
    .map(line => {
      const [uk, pl, en] = line.split('|').map(part => part.trim()) as [string, string, string]
      return { uk, pl, en }
    })

const bodies = words(`
Рада|Rada|Council
Спілка|Związek|Union
Товариство|Towarzystwo|Society
Асоціація|Stowarzyszenie|Association
Фонд|Fundacja|Foundation
Центр|Centrum|Centre
Об’єднання|Zrzeszenie|League
Конгрес|Kongres|Congress
Громада|Wspólnota|Community
Клуб|Klub|Club
Школа|Szkoła|School
Дім|Dom|House`)

const communities = words(`
ромів|Romów|of Roma
поляків|Polaków|of Poles
українців|Ukraińców|of Ukrainians
білорусів|Białorusinów|of Belarusians
кримських татар|Tatarów krymskich|of Crimean Tatars
болгар|Bułgarów|of Bulgarians
греків|Greków|of Greeks
вірмен|Ormian|of Armenians
грузинів|Gruzinów|of Georgians
німців|Niemców|of Germans
литовців|Litwinów|of Lithuanians
словаків|Słowaków|of Slovaks
лемків|Łemków|of Lemkos
караїмів|Karaimów|of Karaites
євреїв|Żydów|of Jews
молдован|Mołdawian|of Moldovans
гагаузів|Gagauzów|of Gagauz
угорців|Węgrów|of Hungarians
чеченців|Czeczenów|of Chechens
в’єтнамців|Wietnamczyków|of Vietnamese`)

const themes = words(`
культури|kultury|for culture
освіти|edukacji|for education
прав людини|praw człowieka|for human rights
взаємодопомоги|wzajemnej pomocy|for mutual aid
молоді|młodzieży|of youth
жінок|kobiet|of women
мови|języka|of language
традицій|tradycji|of traditions
інтеграції|integracji|for integration
мистецтв|sztuki|of arts
підприємців|przedsiębiorców|of entrepreneurs
ветеранів|weteranów|of veterans`)

const onsets = words(`
ве|we|ve
да|da|da
ло|lo|lo
ми|my|my
сту|stu|stu
ро|ro|ro
ка|ka|ka
не|ne|ne
ту|tu|tu
пра|pra|pra
бе|be|be
зо|zo|zo
гли|gly|hly
ста|sta|sta
фе|fe|fe
ку|ku|ku
ле|le|le
мо|mo|mo
ди|dy|dy
ха|cha|kha
ні|ni|ni
са|sa|sa
бра|bra|bra
ду|du|du`)

const endings = words(`
рин|ryn|ryn
вія|wija|viia
лас|las|las
нда|nda|nda
мір|mir|mir
тея|teja|teia
сен|sen|sen
ждан|żdan|zhdan
лика|lyka|lyka
рія|rija|riia
вець|wec|vets
нос|nos|nos`)

/** Numbers that look random and are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

// Few words are frequent and most are rare, as in real names.
export const skewed = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(list.length * random() ** 2)]!

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const join = (parts: Words[], language: keyof Words) => parts.map(part => part[language]).join('')

/** A made-up proper name of two to four syllables, spelt alike in the three languages. */
function properName(random: () => number): Words {
  const syllables = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => onsets[Math.floor(random() * onsets.length)]!,
  )
  const parts = [...syllables, endings[Math.floor(random() * endings.length)]!]
  return { uk: capital(join(parts, 'uk')), pl: capital(join(parts, 'pl')), en: capital(join(parts, 'en')) }
}

/** The name of a made-up organisation, like «Рада ромів культури „Ведарин“». */
export function organisationName(random: () => number): Words {
  const body = skewed(random, bodies)
  const parts = [body, skewed(random, communities), ...(random() < 0.4 ? [skewed(random, themes)] : [])]
  const own = properName(random)
  const named = (language: keyof Words, open: string, close: string) =>
    `${parts.map(part => part[language]).join(' ')} ${open}${own[language]}${close}`
  return { uk: named('uk', '«', '»'), pl: named('pl', '„', '”'), en: named('en', '“', '”') }
}
