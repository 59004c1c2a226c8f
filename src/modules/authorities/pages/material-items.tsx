import {
  Actions,
  Badge,
  ButtonLink,
  ConfirmButton,
  Paragraphs,
  PostButton,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { materialKindWords, materialStatusWords, materialTones } from '../material-words.ts'
import type { MaterialView } from '../queries/materials.ts'

type Props = { material: MaterialView; keeps: boolean; named?: boolean }

const Keeping = ({ material: { id, status } }: Pick<Props, 'material'>) => {
  const { link, t } = usePage()
  const at = link(`/materials/${id}`)
  return (
    <Actions>
      {status !== 'published' && (
        <PostButton action={`${at}/publication`} small>
          {t('authorities.material.publish')}
        </PostButton>
      )}
      <ButtonLink href={`${at}/facts`} small icon="pencil">
        {t('authorities.material.edit')}
      </ButtonLink>
      {status === 'published' && (
        <ButtonLink href={`${at}/withdrawal`} small>
          {t('authorities.material.withdraw')}
        </ButtonLink>
      )}
      {status === 'draft' && (
        <ConfirmButton
          label={t('authorities.material.discard')}
          confirm={t('authorities.material.discardConfirm')}
          action={`${at}/removal`}
          small
        />
      )}
    </Actions>
  )
}

const Source = ({ material: { id, url, file, title } }: Pick<Props, 'material'>) => {
  const { i18n, link, t } = usePage()
  if (!url && !file) return null
  return (
    <p class="directory-facts">
      {url && (
        <a href={url} rel="noreferrer nofollow" class="break-all">
          {t('authorities.material.open')}
          <span class="sr-only">: {title}</span>
        </a>
      )}
      {url && file && ' · '}
      {file && (
        <>
          <a href={link(`/materials/${id}/file`)} dir="auto">
            {file.name}
          </a>{' '}
          ({t('authorities.letter.fileSize', { size: i18n.number(Math.ceil(file.size / 1024)) })})
        </>
      )}
    </p>
  )
}

/** One material: what it is, when, and where it is read. `named` says beside which body it stands. */
export const MaterialItem = ({ material, keeps, named }: Props) => {
  const { link, t } = usePage()
  const { id, kind, title, lang, onDay, description, status, withdrawnBecause, body } = material
  return (
    <li class="directory-entry" id={`material-${id}`}>
      <p class="directory-facts">
        {t(materialKindWords[kind])}
        {onDay !== null && (
          <>
            {' · '}
            <Time at={onDay} />
          </>
        )}
        {named && (
          <>
            {' · '}
            <a href={link(`/bodies/${body.id}#materials`)}>
              <Text value={body.name} note={false} />
            </a>
          </>
        )}
      </p>
      <p class="directory-name">
        <span lang={lang} dir="auto">
          {title}
        </span>
        {status !== 'published' && (
          <Badge tone={materialTones[status]}>{t(materialStatusWords[status])}</Badge>
        )}
      </p>
      {description !== '' && (
        <div lang={lang} dir="auto">
          <Paragraphs text={description} />
        </div>
      )}
      {withdrawnBecause !== null && <p class="hint">{withdrawnBecause}</p>}
      <Source material={material} />
      {keeps && <Keeping material={material} />}
    </li>
  )
}

type OfBody = { body: string; materials: readonly MaterialView[]; keeps: boolean; more: boolean }

/** What was published on the cooperation with one body, on its page. */
export const MaterialsOfBody = ({ body, materials, keeps, more }: OfBody) => {
  const { link, t } = usePage()
  if (materials.length === 0 && !keeps) return null
  return (
    <Section
      title={t('authorities.material.title')}
      id="materials"
      actions={
        keeps && (
          <ButtonLink href={link(`/bodies/${body}/materials/new`)} icon="plus">
            {t('authorities.material.add')}
          </ButtonLink>
        )
      }
    >
      {materials.length === 0 ? (
        <p>{t('authorities.material.noneHere')}</p>
      ) : (
        <ul class="directory-list">
          {materials.map(material => (
            <MaterialItem material={material} keeps={keeps} />
          ))}
        </ul>
      )}
      {more && (
        <p>
          <a href={`${link('/materials')}?body=${body}`}>{t('authorities.material.all')}</a>
        </p>
      )}
    </Section>
  )
}
