import { runClocks } from './actions/run-clocks.ts'
import { stepTaken } from './events.ts'

/** What follows from the steps of a communication inside this room: its clocks. */
export function followClocks(): void {
  stepTaken.listen(runClocks)
}
