import { ButtonLink, CopyText, DescriptionList, Section, usePage } from '#ui/index.ts'

type Props = { number: number; fingerprint: string; logHash: string | null }

/** How anybody counts a decision again: the export, the hashes to compare, the command. */
export const RecountSection = ({ number, fingerprint, logHash }: Props) => {
  const { link, t } = usePage()
  const hashes = [
    { term: t('initiatives.export.fingerprint'), value: <CopyText text={fingerprint} /> },
    ...(logHash ? [{ term: t('initiatives.export.logHash'), value: <CopyText text={logHash} /> }] : []),
  ]
  return (
    <Section title={t('initiatives.export.title')}>
      <p>{t('initiatives.export.lead')}</p>
      <DescriptionList facts={hashes} />
      <p>
        <ButtonLink href={link(`/decisions/${number}/export`)} icon="download">
          {t('initiatives.export.download')}
        </ButtonLink>
      </p>
      <p>
        {t('initiatives.export.how')} <code>npm run parasol -- recount decision.json</code>
      </p>
    </Section>
  )
}
