import type { MenuItem } from '#platform/http/module.ts'
import { isSignedIn } from '#platform/http/viewer.ts'

/** What deadlines add to the section of authorities. */
export const deadlineMenu: MenuItem[] = [
  {
    ...{ path: '/deadline-rules', label: 'authorities.deadline.title', place: 'main' },
    parent: '/communications',
  },
  {
    ...{ path: '/calendar-feed', label: 'authorities.deadline.feed.title', place: 'work', when: isSignedIn },
    parent: '/communications',
  },
]
