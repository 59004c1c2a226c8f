import { vocabulary } from './vocabulary.ts'

/** What members lack and can give each other. */
export const needKinds = vocabulary({
  premises: { uk: 'приміщення', pl: 'lokal', en: 'premises' },
  skills: { uk: 'люди та вміння', pl: 'ludzie i umiejętności', en: 'people and skills' },
  promotion: { uk: 'розголос і промоція', pl: 'promocja i nagłośnienie', en: 'publicity' },
  'current-costs': {
    uk: 'кошти на поточну роботу',
    pl: 'pieniądze na bieżącą działalność',
    en: 'money for current work',
  },
  equipment: { uk: 'обладнання', pl: 'sprzęt', en: 'equipment' },
  translation: {
    uk: 'усний чи письмовий переклад',
    pl: 'tłumaczenie ustne lub pisemne',
    en: 'translation or interpreting',
  },
  other: { uk: 'інше', pl: 'inne', en: 'other' },
})
