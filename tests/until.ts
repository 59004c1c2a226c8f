import { setTimeout as sleep } from 'node:timers/promises'

/** Far longer than anything takes: a slow machine must not fail a test, and only a failing one waits so long. */
const patience = 200_000

/** Waits until something holds; after minutes it throws what was waited for, or what `what` then says. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string | Promise<string>) = 'something',
): Promise<void> {
  for (const deadline = performance.now() + patience; !(await holds()); await sleep(20)) {
    if (performance.now() > deadline)
      throw new Error(typeof what === 'string' ? `waited in vain until ${what}` : await what())
  }
}
