import { Button, FileField, RadioGroup, TextArea, TextField, usePage } from '#ui/index.ts'
import type { AttachmentFace } from '../queries/publication.ts'
import { ProminenceFields } from './prominence.tsx'
import { CopyFrame, type Shown } from './redaction.tsx'

const copies = {
  none: 'authorities.publication.copy.none',
  same: 'authorities.publication.copy.same',
  file: 'authorities.publication.copy.file',
  text: 'authorities.publication.copy.text',
} as const

function copyOf({ fileId, publicFileId }: AttachmentFace): keyof typeof copies {
  if (publicFileId === null) return 'none'
  return publicFileId === fileId ? 'same' : 'file'
}

/** Who sees an enclosure, and which file stands for it in public. */
export const AttachmentPublicationPage = (props: Shown & { attachment: AttachmentFace }) => {
  const { t } = usePage()
  const { publication, attachment } = props
  const { id, prominence, reason, name, publicName, sha256 } = attachment
  return (
    <CopyFrame
      {...props}
      title={name}
      lead={t('authorities.publication.fileLead')}
      action={`/communications/${publication.number}/attachments/${id}/publication`}
      initial={{
        prominence,
        reason: reason ?? '',
        copy: copyOf(attachment),
        name: publicName ?? '',
        text: '',
      }}
      files
      buttons={<Button look="primary">{t('authorities.publication.keep')}</Button>}
      looks={
        <p>
          {t('authorities.publication.originalHash')} <code class="breakable">{sha256}</code>
        </p>
      }
    >
      <ProminenceFields />
      <RadioGroup
        name="copy"
        label={t('authorities.publication.copy.label')}
        options={(Object.keys(copies) as (keyof typeof copies)[]).map(value => ({
          value,
          label: t(copies[value]),
        }))}
        required
      />
      <TextField
        name="name"
        label={t('authorities.publication.copy.name')}
        hint={t('authorities.publication.copy.nameHint')}
        maxlength={150}
      />
      <FileField
        name="file"
        label={t('authorities.publication.copy.upload')}
        hint={t('authorities.publication.copy.uploadHint')}
      />
      <TextArea
        name="text"
        label={t('authorities.publication.copy.words')}
        hint={t('authorities.publication.copy.wordsHint')}
        rows={8}
        maxlength={100000}
      />
    </CopyFrame>
  )
}
