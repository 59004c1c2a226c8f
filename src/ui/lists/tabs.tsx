export type Tab = { label: string; href: string; count?: number; current?: boolean }

/** Pages of one thing, as links. `label` names the row for people who do not see it. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tab-row" aria-label={label}>
    <ul>
      {tabs.map(tab => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
