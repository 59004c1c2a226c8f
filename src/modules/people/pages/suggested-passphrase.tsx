import { Section, usePage } from '#ui/index.ts'

type Props = {
  /** Left out on a page that comes back: other words than those on the paper would only confuse. */
  words?: string
  path: string
}

/**
 * Words that were drawn for somebody. Not copied by a button: what is on a clipboard is read by other programs, and these words
 * belong on paper.
 */
export const SuggestedPassphrase = ({ words, path }: Props) => {
  const { t, rootLink } = usePage()
  return (
    <Section title={t('people.vault.words.title')} lead={words && t('people.vault.words.lead')}>
      {words && (
        <p class="suggested-words" translate="no">
          {words}
        </p>
      )}
      {words && <p class="hint">{t('people.vault.words.strength')}</p>}
      <p>
        <a href={rootLink(path)}>{t('people.vault.words.others')}</a>
      </p>
    </Section>
  )
}
