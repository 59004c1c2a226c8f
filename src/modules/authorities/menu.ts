import type { MenuItem } from '#platform/http/module.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { canWriteLetters } from './policy/letters.ts'
import { hasDates, isOfficer } from './policy/steps.ts'

const section = { place: 'main', parent: '/communications' } as const
const ofLetters = { place: 'work', parent: '/communications/drafts', when: canWriteLetters } as const

/** What the room adds to the menus. */
export const authoritiesMenu: MenuItem[] = [
  { path: '/communications', label: 'authorities.menu', place: 'main' },
  { path: '/scorecards', label: 'authorities.score.list.title', ...section },
  { path: '/bodies', label: 'authorities.body.title', ...section },
  { path: '/deadline-rules', label: 'authorities.deadline.title', ...section },
  { path: '/desk', label: 'authorities.desk.menu', place: 'work', when: isOfficer },
  {
    path: '/communications/drafts',
    label: 'authorities.letter.menu',
    place: 'work',
    when: canWriteLetters,
  },
  { path: '/communications/acts', label: 'authorities.act.listTitle', ...ofLetters },
  { path: '/calendar-feed', label: 'authorities.deadline.feed.title', ...ofLetters, when: hasDates },
  { path: '/communications/held', label: 'authorities.mail.menu', ...ofLetters, when: isCoordinator },
]
