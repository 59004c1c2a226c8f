import { makePdf } from '#platform/documents/index.ts'
import type { I18n } from '#platform/i18n/index.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import type { AttachmentFace, Publication } from '../queries/publication.ts'

type Given = {
  publication: Publication
  attachment: AttachmentFace
  text: string
  umbrella: UmbrellaFace
  i18n: I18n
}

/** A PDF that is made of the public words alone: no layer, comment or earlier version of the original is in it. */
export function publicCopy({
  publication,
  attachment,
  text,
  umbrella,
  i18n,
}: Given): Promise<Uint8Array<ArrayBuffer>> {
  const coalition = i18n.text(umbrella.name).value
  const title = i18n.t('authorities.publication.paper.title', { number: String(publication.number) })
  return makePdf({
    source: 'src/modules/authorities/papers/public-copy.typ',
    title: `${coalition}: ${title}`,
    author: coalition,
    footer: coalition,
    lang: i18n.lang,
    made: Temporal.Now.instant().round('second'),
    data: {
      title,
      note: i18n.t('authorities.publication.paper.note'),
      text: { value: text, lang: publication.lang, dir: 'ltr' },
      hashLabel: i18n.t('authorities.publication.originalHash'),
      hash: attachment.sha256,
    },
  })
}
