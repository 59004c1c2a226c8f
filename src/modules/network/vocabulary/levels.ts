import { vocabulary } from './vocabulary.ts'

/** How far an organisation's work reaches. */
export const levels = vocabulary({
  local: { uk: 'місцевий', pl: 'lokalny', en: 'local' },
  regional: { uk: 'регіональний', pl: 'regionalny', en: 'regional' },
  national: { uk: 'загальнодержавний', pl: 'krajowy', en: 'national' },
  international: { uk: 'міжнародний', pl: 'międzynarodowy', en: 'international' },
})
