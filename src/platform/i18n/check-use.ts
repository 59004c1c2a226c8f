/** What the source says about message keys. A key counts as used when it stands somewhere as one whole string. */
export type KeyUse = {
  /** Keys that no source names. */
  unused: string[]
  /** Keys put together at run time, as `path: text`. */
  assembled: string[]
}

/**
 * Looks through the program's source for message keys. Keys must be written out whole, so that unused ones can be
 * found: where the key depends on a value, keep a list beside the call,
 * `const levelKey = { local: 'network.level.local', … } as const satisfies Record<Level, MessageKey>`.
 */
export function findKeyUse(
  keys: Iterable<string>,
  sources: Iterable<readonly [path: string, text: string]>,
): KeyUse {
  const unused = new Set(keys)
  const areas = [...new Set([...unused].map(key => key.slice(0, key.indexOf('.'))))]
  const whole = new RegExp(`(['"\`])((?:${areas.join('|')})\\.[\\w.-]+)\\1`, 'g')
  const pieced = /\b(?:t|rich)\(\s*`[^`]*\$\{/g
  const assembled: string[] = []
  for (const [path, text] of sources) {
    for (const match of text.matchAll(whole)) unused.delete(match[2] ?? '')
    for (const match of text.matchAll(pieced)) assembled.push(`${path}: ${match[0]}`)
  }
  return { unused: [...unused].sort(), assembled }
}
