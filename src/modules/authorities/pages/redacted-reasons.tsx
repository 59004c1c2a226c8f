import { TextArea, TextField, usePage } from '#ui/index.ts'
import type { Publication } from '../queries/publication.ts'
import type { Ground } from '../schema/communications.ts'

type Props = { publication: Pick<Publication, 'grounds' | 'proposals' | 'lang'> }

const GroundFields = ({ ground, n, lang }: { ground: Ground; n: number; lang: string }) => {
  const { i18n, t } = usePage()
  const at = (part: keyof Ground) => `ground-${n}-${part}`
  return (
    <fieldset class="repeated">
      <legend>{t('authorities.letter.ground', { n: i18n.number(n + 1) })}</legend>
      <TextField name={at('title')} label={t('authorities.letter.law')} maxlength={300} lang={lang} />
      {ground.article && (
        <TextField
          name={at('article')}
          label={t('authorities.letter.article')}
          width="medium"
          maxlength={200}
        />
      )}
      {ground.version && (
        <TextField
          name={at('version')}
          label={t('authorities.letter.version')}
          width="medium"
          maxlength={120}
        />
      )}
      {ground.url && (
        <TextField name={at('url')} type="url" label={t('authorities.letter.link')} maxlength={300} />
      )}
      {ground.quote && (
        <TextArea
          name={at('quote')}
          label={t('authorities.letter.quote')}
          rows={3}
          maxlength={3000}
          lang={lang}
        />
      )}
    </fieldset>
  )
}

/** The grounds and proposals of a letter, to take out of them what must not be public. */
export const RedactedReasons = ({ publication }: Props) => {
  const { i18n, t } = usePage()
  const { grounds, proposals, lang } = publication
  return (
    <>
      {grounds.map((ground, n) => (
        <GroundFields ground={ground} n={n} lang={lang} />
      ))}
      {proposals.map((_, n) => (
        <TextArea
          name={`proposal-${n}`}
          label={t('authorities.letter.proposal', { n: i18n.number(n + 1) })}
          rows={3}
          maxlength={4000}
          lang={lang}
        />
      ))}
    </>
  )
}
