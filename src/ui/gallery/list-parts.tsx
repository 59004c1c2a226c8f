import {
  Avatar,
  Badge,
  FilterBar,
  Pagination,
  Section,
  SelectField,
  Stepper,
  Table,
  Tabs,
  Text,
  TextField,
  Time,
  Timeline,
  Tree,
  usePage,
} from '../index.ts'
import { organisations } from './organisations.ts'

const FilterPart = () => {
  const { i18n, t } = usePage()
  const regions = ['UA-51', 'UA-30', 'PL-06'].map(code => ({ value: code, label: i18n.region(code) }))
  return (
    <FilterBar
      action="#table"
      values={{ search: 'Рада', region: 'UA-51' }}
      active={[
        { name: 'search', value: 'Рада', label: '«Рада»' },
        { name: 'region', value: 'UA-51', label: i18n.region('UA-51') },
      ]}
      search={<TextField name="search" type="search" label={t('gallery.table.search')} />}
    >
      <SelectField name="region" label={t('gallery.table.region')} options={regions} />
      <SelectField name="country" label={t('gallery.form.country')} options={[]} />
    </FilterBar>
  )
}

export const TablePart = () => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('gallery.lists')} id="table">
      <Tabs
        label={t('gallery.lists')}
        tabs={[
          { label: t('gallery.table'), href: '#table', count: 48, current: true },
          { label: t('gallery.menu.applications'), href: '#table', count: 3 },
          { label: t('gallery.menu.journal'), href: '#table' },
        ]}
      />
      <FilterPart />
      <Table
        caption={t('gallery.table')}
        rows={organisations}
        columns={[
          {
            label: t('gallery.table.name'),
            heading: true,
            sort: { href: '#table', order: 'ascending' },
            cell: row => (
              <span class="flex gap-3">
                <Avatar name={i18n.text(row.name).value} ordinal={row.ordinal} size={32} />
                <span>
                  <a href="#table">
                    <Text value={row.name} note={false} />
                  </a>
                </span>
              </span>
            ),
          },
          { label: t('gallery.table.region'), cell: row => i18n.region(row.region) },
          {
            label: t('gallery.table.form'),
            cell: () => <Badge tone="accent">{t('gallery.badge.member')}</Badge>,
          },
          { label: t('gallery.table.since'), cell: row => <Time at={row.since} style="short" /> },
          { label: t('gallery.table.members'), numeric: true, cell: row => i18n.number(row.own) },
        ]}
      />
      <Pagination previous="#table" next="#table" summary={t('gallery.tree.fold', { count: 48 })} />
    </Section>
  )
}

export const StepPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.steps')} id="steps">
      <Stepper
        label={t('gallery.steps')}
        steps={[
          { label: t('gallery.steps.organisation'), state: 'done', href: '#steps' },
          { label: t('gallery.steps.work'), state: 'current' },
          { label: t('gallery.steps.documents'), state: 'todo' },
          { label: t('gallery.steps.check'), state: 'todo' },
        ]}
      />
      <Timeline
        label={t('gallery.moments')}
        moments={[
          { title: t('gallery.moments.sent'), when: <Time at="2026-05-31T12:00:00Z" /> },
          {
            title: t('gallery.moments.published'),
            when: <Time at="2026-06-01" />,
            state: 'now',
            children: <p>{t('gallery.alerts.info')}</p>,
          },
          { title: t('gallery.moments.admitted'), when: <Time at="2026-06-15" />, state: 'ahead' },
        ]}
      />
    </Section>
  )
}

export const TreePart = () => {
  const { t } = usePage()
  const leaf = (index: number) => ({
    content: (
      <a href="#tree">
        <Text value={organisations[index]?.name} />
      </a>
    ),
  })
  return (
    <Section title={t('gallery.tree')} id="tree">
      <Tree
        label={t('gallery.tree')}
        nodes={[
          {
            ...leaf(0),
            fold: t('gallery.tree.fold', { count: 2 }),
            open: true,
            nodes: [{ ...leaf(1), nodes: [leaf(3)] }, leaf(3)],
          },
          { ...leaf(2), fold: t('gallery.tree.fold', { count: 1 }), nodes: [leaf(1)] },
        ]}
      />
    </Section>
  )
}
