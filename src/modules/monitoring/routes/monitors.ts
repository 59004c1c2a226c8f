import { allow } from '#platform/http/access.ts'
import { isAssured } from '#platform/http/viewer.ts'
import { isMonitor } from '../policy/monitors.ts'

/** Who comes near reports and incidents: monitors who have shown a second factor in this session. */
export const monitors = allow(isMonitor, isAssured)
