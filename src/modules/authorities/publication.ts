const bracketed = /\[[^\]]*\]/g
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Whether a public copy only takes out: its words stand in the original in the same order, but for remarks in square brackets
 * («[name taken out]»). Otherwise somebody could publish what the other side never wrote.
 */
export function onlyTakesOut(original: string, copy: string): boolean {
  const all = words(original)
  let at = 0
  for (const word of words(copy.replaceAll(bracketed, ' '))) {
    while (at < all.length && all[at] !== word) at++
    if (at === all.length) return false
    at++
  }
  return true
}
