import { submissionReady } from '#modules/monitoring/index.ts'
import { beginFromPack } from './actions/begin-from-pack.ts'

/** The coalition goes on with what its monitors handed over to a Commissioner. */
export function followSubmissions(): void {
  submissionReady.listen((tx, { pack, to }) =>
    beginFromPack(tx, pack, to === 'pl_commissioner' ? 'PL' : 'UA'),
  )
}
