/** Words as people type them, without case, punctuation and spaces at the ends: for recognising headings and labels. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘ʼ'`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
