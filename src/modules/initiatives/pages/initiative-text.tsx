import type { Localised } from '#platform/i18n/index.ts'
import { Alert, Section, Text, usePage } from '#ui/index.ts'
import { type InitiativeText, isOutdated } from '../initiative-text.ts'
import { partWords, translationWords } from '../initiative-words.ts'
import { parts } from '../schema/initiatives.ts'

type Props = {
  text: InitiativeText
  /** The language asked for; the reader's own otherwise. */
  language: string | null
  /** The address of this page, for the links to the other languages. */
  path: string
}

/** Which language the reader gets: the one asked for, or the best for them. */
const shownLanguage = (
  text: InitiativeText,
  language: string | null,
  best: (title: Localised) => string,
): string => (language && text.title[language] ? language : best(text.title))

const only = (value: Localised | undefined, language: string): Localised | undefined =>
  value?.[language] ? { [language]: value[language] } : value

/** Says which text counts, which one is read here and how far to trust it, and leads to the others. */
export const LanguageNote = ({ text, language, path }: Props) => {
  const { i18n, link, t } = usePage()
  const shown = shownLanguage(text, language, title => i18n.text(title).lang)
  const state = text.translations[shown]
  const others = Object.keys(text.title).filter(other => other !== shown)
  return (
    <div class="language-note">
      <p>
        {t('initiatives.translation.authoritativeIs', { language: i18n.language(text.authoritative) })}{' '}
        {shown !== text.authoritative &&
          state &&
          t('initiatives.translation.reading', {
            language: i18n.language(shown),
            state: t(translationWords[state.status]),
          })}
      </p>
      {shown !== text.authoritative && isOutdated(text, shown) && (
        <Alert kind="warning">
          <p>{t('initiatives.translation.outdated', { version: i18n.number(state?.version ?? 0) })}</p>
        </Alert>
      )}
      {others.length > 0 && (
        <p>
          {t('initiatives.translation.alsoIn')}{' '}
          {others.map((other, n) => (
            <>
              {n > 0 && ', '}
              <a href={link(`${path}?text=${other}`)} hreflang={other}>
                {i18n.language(other)}
              </a>
              {other === text.authoritative && ` (${t('initiatives.translation.counts')})`}
            </>
          ))}
        </p>
      )}
    </div>
  )
}

/** The parts of the text below its title, in one language. */
export const TextParts = ({ text, language }: Pick<Props, 'text' | 'language'>) => {
  const { i18n, t } = usePage()
  const shown = shownLanguage(text, language, title => i18n.text(title).lang)
  return (
    <>
      {parts
        .filter(part => text.body[part])
        .map(part => (
          <Section title={t(partWords[part])} id={part}>
            <Text value={only(text.body[part], shown)} paragraphs note={!text.body[part]?.[shown]} />
          </Section>
        ))}
    </>
  )
}

/** The title in the language that is shown. */
export const TitleIn = ({ text, language }: Pick<Props, 'text' | 'language'>) => {
  const { i18n } = usePage()
  const shown = shownLanguage(text, language, title => i18n.text(title).lang)
  return <Text value={only(text.title, shown)} note={false} />
}
