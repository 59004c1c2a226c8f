import { rows, type Tx } from '#platform/database/scope.ts'

/** The day that it is in the umbrella's zone. */
export async function today(tx: Tx): Promise<Temporal.PlainDate> {
  const [found] = await rows<{ day: string }>(tx, 'network.today', 'select network.today() as day')
  return Temporal.PlainDate.from(found!.day)
}
