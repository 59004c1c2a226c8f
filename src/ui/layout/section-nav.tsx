import { usePage } from '../page.tsx'
import { currentAt, nearest, sectionAt } from './menu.ts'

/** The pages of the section in which the reader is, below the head of the page. `place` as `placeIn` gives it. */
export const SectionNav = ({ place }: { place: string }) => {
  const { menu, link, t } = usePage()
  const section = sectionAt(menu, place)
  const [entry] = section
  if (!entry) return null
  const here = nearest(section, place)
  return (
    <nav class="tab-row section-nav" aria-label={t(entry.label)}>
      <ul>
        {section.map(item => (
          <li>
            <a href={link(item.path)} aria-current={item === here ? currentAt(place, item) : undefined}>
              {t(item.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
