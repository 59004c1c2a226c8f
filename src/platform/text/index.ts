export { searchKey } from './search-key.ts'
export { tableRows } from './table.ts'
export { transliterate } from './transliterate.ts'
