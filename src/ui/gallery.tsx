import './gallery/messages/index.ts'
import { ChartPart, MapPart } from './gallery/chart-parts.tsx'
import {
  AccentPart,
  AlertPart,
  ButtonPart,
  CardPart,
  EmblemPart,
  FactPart,
  FigurePart,
  TextPart,
} from './gallery/content-parts.tsx'
import { FormPart } from './gallery/form-parts.tsx'
import { StepPart, TablePart, TreePart } from './gallery/list-parts.tsx'
import { Layout, PageHeading, usePage } from './index.ts'

/** Every component in every state, for eyes and for axe. `refused` shows the form after a refusal. */
export const GalleryPage = ({ refused = false }: { refused?: boolean }) => {
  const { t } = usePage()
  return (
    <Layout
      title={t('gallery.title')}
      invalid={refused}
      crumbs={[{ label: t('gallery.menu.about'), path: '/about' }]}
    >
      <PageHeading title={t('gallery.title')} lead={t('gallery.lead')} kicker={t('gallery.kicker')} />
      <FormPart refused={refused} />
      <EmblemPart />
      <FigurePart />
      <MapPart />
      <ChartPart />
      <TablePart />
      <StepPart />
      <TreePart />
      <CardPart />
      <FactPart />
      <TextPart />
      <AlertPart />
      <ButtonPart />
      <AccentPart />
    </Layout>
  )
}
