import type { MenuItem } from '#platform/http/module.ts'
import { canWriteLetters } from './policy/letters.ts'

/** What the room adds to the menus. */
export const authoritiesMenu: MenuItem[] = [
  { path: '/communications', label: 'authorities.menu', place: 'main' },
  { path: '/scorecards', label: 'authorities.score.list.title', place: 'main', parent: '/communications' },
  {
    path: '/communications/drafts',
    label: 'authorities.letter.draftsTitle',
    place: 'work',
    when: canWriteLetters,
  },
]
