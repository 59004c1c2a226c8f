import type { Child, PropsWithChildren } from 'hono/jsx'
import { Button } from '../form/buttons.tsx'
import type { FormValues } from '../form/context.tsx'
import { Form } from '../form/form.tsx'
import { Icon } from '../icons/icon.tsx'
import { usePage } from '../page.tsx'
import { withoutValue } from './query.ts'

/** One filter in force: the parameter and value that its chip removes, and its words. */
export type ActiveFilter = { name: string; value: string; label: string }

type FilterBarProps = PropsWithChildren<{
  /** The address of the list itself. */
  action: string
  values: FormValues
  active: readonly ActiveFilter[]
  /** Fields always in sight, usually the search; `children` unfold. */
  search?: Child
}>

/** Filters as a GET form, so that they stand in the address; those in force are chips that can be taken off. */
export const FilterBar = ({ action, values, active, search, children }: FilterBarProps) => {
  const { t } = usePage()
  return (
    <search class="filter-bar" aria-label={t('ui.filters.label')}>
      <p-filters>
        <Form action={action} id="filter" method="get" values={values}>
          {search !== undefined && (
            <div class="filter-search">
              {search}
              <Button look="primary" icon="search">
                {t('ui.filters.search')}
              </Button>
            </div>
          )}
          {children !== undefined && (
            <details class="filter-more" open={active.length > 0 || search === undefined}>
              <summary>
                <Icon name="filter" />
                {t('ui.filters.more')}
                <Icon name="chevron-down" class="unfolds" />
              </summary>
              <div class="filter-fields">{children}</div>
              <Button>{t('ui.filters.apply')}</Button>
            </details>
          )}
        </Form>
      </p-filters>
      <Chips active={active} action={action} />
    </search>
  )
}

const Chips = ({ active, action }: { active: readonly ActiveFilter[]; action: string }) => {
  const { url, t } = usePage()
  if (active.length === 0) return null
  return (
    <ul class="chips" aria-label={t('ui.filters.active')}>
      {active.map(({ name, value, label }) => (
        <li>
          <a href={withoutValue(url, name, value)}>
            <span class="sr-only">{t('ui.filters.remove')} </span>
            {label}
            <Icon name="x" />
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a class="chips-clear" href={action}>
            {t('ui.filters.clear')}
          </a>
        </li>
      )}
    </ul>
  )
}
