import type { Refusal } from '#platform/refusal.ts'
import { usePage } from '../page.tsx'
import { Alert } from './alert.tsx'

/** A refusal as pages show it. */
export type RefusalShown = Pick<Refusal, 'reason' | 'values'>

/** What the rules of the coalition said no to, where it was; nothing where nothing was refused. Takes the reader to it. */
export const Refused = ({ refusal }: { refusal: RefusalShown | null | undefined }) => {
  const { t } = usePage()
  if (!refusal) return null
  return (
    <Alert kind="error" focused>
      {t(refusal.reason, refusal.values)}
    </Alert>
  )
}
