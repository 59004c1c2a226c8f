import { rows, type Tx } from '#platform/database/scope.ts'

/** Everybody who monitors in the transaction's umbrella now. */
export async function allMonitors(tx: Tx): Promise<string[]> {
  const monitors = await rows<{ person: string }>(
    tx,
    'monitoring.monitors',
    `select person_id as person from people.roles where umbrella_id = platform.current_umbrella() and role = 'monitor'
       and valid_from <= now() and valid_until is null`,
  )
  return monitors.map(({ person }) => person)
}
