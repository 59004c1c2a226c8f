import type { Ground } from './schema/communications.ts'

/** What a letter rests on and asks for. */
export type Reasons = { grounds: Ground[]; proposals: string[] }

const groundParts = ['title', 'article', 'version', 'url', 'quote'] as const
const emptyGround: Ground = { title: '', article: '', version: '', url: '', quote: '' }
const isEmpty = (ground: Ground): boolean => groundParts.every(part => ground[part] === '')

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

/** What stands in public for a ground or proposal of which nothing is left. */
export const takenOut = '[…]'

const partsOf = (ground: Partial<Ground>) => [
  ...[ground.title, ground.article, ground.version, ground.quote].map(part => part ?? ''),
]

/** Whether the public copy of a ground only takes out; a link stays as it is or goes. */
const groundOnlyTakesOut = (original: Ground, copy: Ground): boolean =>
  partsOf(original).every((part, n) => onlyTakesOut(part, partsOf(copy)[n] ?? '')) &&
  ['', original.url].includes(copy.url)

/** The same of letters’ reasons, one by one in their order: nothing is put where the letter has nothing. */
export function reasonsOnlyTakeOut(original: Reasons, copy: Reasons): boolean {
  const { grounds, proposals } = original
  return (
    grounds.every((ground, n) => groundOnlyTakesOut(ground, copy.grounds[n] ?? emptyGround)) &&
    proposals.every((proposal, n) => onlyTakesOut(proposal, copy.proposals[n] ?? '')) &&
    copy.grounds.slice(grounds.length).every(isEmpty) &&
    copy.proposals.slice(proposals.length).every(text => text === '')
  )
}

/** The public grounds and proposals, as many as the letter has; null where nothing was taken out of them. */
export function publicReasons(
  original: Reasons,
  copy: Reasons,
): { [Part in keyof Reasons]: Reasons[Part] | null } {
  const grounds = original.grounds.map((_, n) => {
    const ground = copy.grounds[n] ?? emptyGround
    return isEmpty(ground) ? { ...emptyGround, title: takenOut } : ground
  })
  const proposals = original.proposals.map((_, n) => copy.proposals[n] || takenOut)
  const sameGrounds = grounds.every((ground, n) => {
    const whole = { ...emptyGround, ...original.grounds[n] }
    return groundParts.every(part => ground[part] === whole[part])
  })
  return {
    grounds: sameGrounds ? null : grounds,
    proposals: proposals.every((text, n) => text === original.proposals[n]) ? null : proposals,
  }
}

const ending = /\.[A-Za-z0-9]{1,8}$/

/** The name of a file as people say it. */
export const withoutEnding = (name: string): string => name.replace(ending, '')

/** The name of a public file, with the ending of the file that it names. */
export function publicName(given: string | null, file: string): string | null {
  if (given === null || given === file) return null
  const [its = ''] = ending.exec(file) ?? []
  return given.toLowerCase().endsWith(its.toLowerCase()) ? given : `${given}${its}`
}
