import { Paragraphs, usePage } from '#ui/index.ts'

type Props = {
  text: string
  /** The language in which its author used the pages: the best guess there is. */
  locale?: string
}

/** What somebody wrote in a language of their own choice, marked so that it is read out and set in its direction. */
export const Written = ({ text, locale }: Props) => {
  const { i18n } = usePage()
  return (
    <div lang={locale === i18n.lang ? undefined : locale} dir="auto">
      <Paragraphs text={text} />
    </div>
  )
}
