import { transliterate } from '#platform/text/index.ts'

/** The words of a name as an address; `council` where none of its letters can be written in Latin. */
export function slugOf(name: string): string {
  const latin = transliterate(name.toLowerCase(), 'uk').normalize('NFKD').toLowerCase()
  const words = latin
    .replaceAll('ł', 'l')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
  return words.slice(0, 60).replace(/-+$/, '') || 'council'
}

/** The slug, or the next one of it that is free; what is given out is taken from then on. */
export function freeSlug(name: string, taken: Set<string>): string {
  const wanted = slugOf(name)
  let slug = wanted
  for (let n = 2; taken.has(slug); n += 1) slug = `${wanted}-${n}`
  taken.add(slug)
  return slug
}
