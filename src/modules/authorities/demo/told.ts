import { type DemoLetter, type DemoStep, invented } from './answered-letters.ts'

/** What each such letter says for itself. */
export type Told = Pick<DemoLetter, 'title' | 'facts' | 'proposals' | 'grounds' | 'sent' | 'steps'> &
  Partial<DemoLetter>

type Office = { by: DemoStep['by']; register: number; reference: string }

export const registered = ({ by, register: day, reference }: Office): DemoStep => ({
  ...{ kind: 'registered', by, day, text: '', reference: `${reference} (демо)` },
})

export const answered = (
  by: DemoStep['by'],
  day: number,
  resolution: DemoStep['resolution'],
  text: string,
): DemoStep => ({
  ...{ kind: 'answered', by, day, resolution: resolution!, document: true },
  text: `${text} ${invented}`,
})

export const closed = (day: number, resolution: DemoStep['resolution'], text: string): DemoStep => ({
  ...{ kind: 'closed', by: 'sender', day, resolution: resolution!, text },
})
