import type { Paper } from '#platform/documents/index.ts'
import { createI18n, type I18n, isLocale, type Localised } from '#platform/i18n/index.ts'
import { directionOf } from '#platform/i18n/locale.ts'
import type { Json } from '#platform/journal/record.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import type { CommunicationView } from '../queries/communication.ts'
import type { DraftAct } from '../queries/draft-acts.ts'
import type { Ground } from '../schema/communications.ts'
import { actKindWords, kindWords } from '../words.ts'

/** What a letter is printed from. A draft has no number, day or signatory yet. */
export type LetterGiven = {
  letter: CommunicationView
  act: DraftAct | null
  umbrella: UmbrellaFace
  signatory: string
  onDay: Temporal.PlainDate | null
  /** Where the sender can be reached, a line each. */
  contacts: readonly string[]
}

/** The fixed words of a letter are in its language where we speak it, in English otherwise. */
const wordsFor = (lang: string, zone: string): I18n => {
  const [base] = lang.split('-', 1)
  return createI18n(isLocale(base) ? base : 'en', zone)
}

const written = (value: string, lang: string): Json => ({ value, lang, dir: directionOf(lang) })

/** A name in the letter's language, or the next best one for its readers. */
function named(
  i18n: I18n,
  name: Localised | null,
  lang: string,
): { value: string; lang: string; dir: string } {
  const own = name?.[lang]
  if (own) return { value: own, lang, dir: directionOf(lang) }
  const { value, lang: shown, dir } = i18n.text(name)
  return { value, lang: shown, dir }
}

const groundLine = (i18n: I18n, { title, article, version, url, quote }: Ground): Json => ({
  law: [title, article].filter(Boolean).join(', '),
  version: version ? i18n.t('authorities.letter.paper.version', { version }) : '',
  url,
  quote: quote ? i18n.t('authorities.letter.paper.quote', { quote }) : '',
})

function references(i18n: I18n, { letter, onDay }: LetterGiven): Json[] {
  const { t } = i18n
  const row = (label: string, value: string) => ({ label, value })
  return [
    row(t('authorities.letter.paper.number'), letter.number && onDay ? String(letter.number) : '—'),
    row(t('authorities.letter.paper.date'), onDay ? i18n.date(onDay) : '—'),
    ...(letter.follows?.number
      ? [row(t('authorities.letter.paper.follows'), String(letter.follows.number))]
      : []),
  ]
}

function actPart(i18n: I18n, act: DraftAct | null): Json {
  if (!act) return null
  return {
    kind: i18n.t(actKindWords[act.kind]),
    title: act.title,
    articles: act.articles.map(({ number, heading, text }) => ({
      heading: [i18n.t('authorities.act.articleNumber', { number }), heading].filter(Boolean).join('. '),
      text: written(text, act.lang),
    })),
    reasons: written(act.reasons, act.lang),
    reasonsLabel: i18n.t('authorities.act.reasons'),
  }
}

/** Who writes: the member, or the coalition and for whom. */
function sender(i18n: I18n, { letter, umbrella, contacts }: LetterGiven) {
  const own = letter.through === 'own' && letter.member !== null
  const head = named(i18n, own ? letter.member : umbrella.name, letter.lang)
  const forMember =
    !own && letter.member
      ? [
          i18n.t('authorities.letter.paper.onBehalf', {
            member: named(i18n, letter.member, letter.lang).value,
          }),
        ]
      : []
  return { head, lines: [...forMember, ...contacts] }
}

/** A letter in its own language, as the body that it is for will read it. The same letter gives the same bytes. */
export function letterPaper(given: LetterGiven): Paper {
  const { letter, umbrella, signatory, onDay } = given
  const i18n = wordsFor(letter.lang, umbrella.zone)
  const { t } = i18n
  const { head, lines } = sender(i18n, given)
  const asks = letter.kind === 'information_request'
  const factsLabel = t(asks ? 'authorities.letter.paper.asked' : 'authorities.letter.paper.facts')
  return {
    source: 'src/modules/authorities/papers/letter.typ',
    title: letter.title || t('authorities.letter.untitled'),
    author: head.value,
    footer: onDay ? head.value : t('authorities.letter.paper.draft', { sender: head.value }),
    lang: i18n.lang,
    made: (onDay ?? Temporal.PlainDate.from('2000-01-01')).toZonedDateTime('UTC').toInstant(),
    data: {
      sender: head,
      senderLines: lines,
      addressee: named(i18n, letter.body.name, letter.lang),
      addressLines: letter.body.postalAddress ?? '',
      references: references(i18n, given),
      kind: t(kindWords[letter.kind]),
      title: letter.title || t('authorities.letter.untitled'),
      parts: letter.facts ? [{ label: factsLabel, value: written(letter.facts, letter.lang) }] : [],
      groundsLabel: t('authorities.letter.paper.grounds'),
      grounds: letter.grounds.map(ground => groundLine(i18n, ground)),
      proposalsLabel: t('authorities.letter.paper.proposals'),
      proposals: letter.proposals,
      cosignersLabel: t('authorities.letter.paper.cosigners'),
      cosigners: letter.cosigners.map(({ member }) => named(i18n, member, letter.lang)),
      signatureLabel: t('authorities.letter.paper.signature'),
      signatory: signatory || '—',
      enclosuresLabel: t('authorities.letter.paper.enclosures'),
      enclosures: letter.enclosures.map(({ name, sha256 }) => ({ name, sha256 })),
      act: actPart(i18n, given.act),
    },
  }
}
