import { usePage } from '../page.tsx'

/** Text to take along (a code, an address) with a button that copies it. Without JavaScript the text is there to select. */
export const CopyText = ({ text }: { text: string }) => {
  const { t } = usePage()
  return (
    <p-copy
      class="copy-text"
      data-copy={t('ui.copy.copy')}
      data-done={t('ui.copy.done')}
      data-failed={t('ui.copy.failed')}
    >
      <code>{text}</code>
    </p-copy>
  )
}
