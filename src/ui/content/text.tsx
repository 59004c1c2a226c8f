import type { Localised } from '#platform/i18n/index.ts'
import { usePage } from '../page.tsx'

type TextProps = {
  value: Localised | null | undefined
  /** `false` leaves out the words «shown in …», where the same page has said them already. */
  note?: boolean
  /** Line breaks and empty lines of the text are kept, as paragraphs. */
  paragraphs?: boolean
}

/** Content in the reader's language, or in the next best one and saying so, marked with the language it is in. */
export const Text = ({ value, note = true, paragraphs }: TextProps) => {
  const { i18n, t } = usePage()
  const shown = i18n.text(value)
  const foreign = shown.lang === i18n.lang ? {} : { lang: shown.lang, dir: shown.dir }
  const said = note && shown.fallback && (
    <small class="shown-in">{t('ui.text.shownIn', { language: shown.languageName })}</small>
  )
  if (!paragraphs) {
    return (
      <>
        <span {...foreign}>{shown.value}</span>
        {said && <> {said}</>}
      </>
    )
  }
  return (
    <div class="prose">
      {said}
      <div {...foreign}>
        <Paragraphs text={shown.value} />
      </div>
    </div>
  )
}

/** Plain text as its author broke it: an empty line starts a paragraph, a line break stays one. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .trim()
      .split(/\n\s*\n/)
      .map(paragraph => (
        <p class="whitespace-pre-line">{paragraph.trim()}</p>
      ))}
  </>
)
