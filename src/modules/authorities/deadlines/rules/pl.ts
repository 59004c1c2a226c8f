import type { Cite } from '../cite.ts'
import { type Counting, type Extension, type Rule, rulesOf } from './rule.ts'

const kpa = (article: string, confidence: Cite['confidence'] = 'text_seen'): Cite => ({
  ...{ act: 'pl_kpa', article, confidence },
})
const civil = (article: string): Cite => ({ act: 'pl_civil', article, confidence: 'from_memory' })

const byKpa: Counting = {
  start: kpa('57 § 1'),
  monthEnd: kpa('57 § 3'),
  workingDays: kpa('57 § 4'),
  roll: kpa('57 § 4'),
}

// Acts beside the code of procedure say nothing of how to count; courts take the Civil Code.
const byCivilCode: Counting = {
  start: civil('111 § 2'),
  monthEnd: civil('112'),
  workingDays: civil('115'),
  roll: civil('115'),
}

const named: Extension = { how: 'named', cite: kpa('36 § 1'), notice: null }

const procedure = rulesOf('PL', byKpa, [
  {
    ...{ id: 'pl-kpa-35', starts: 'opening', who: 'body', validFrom: '1980-09-01', extension: named },
    what: {
      uk: 'Рішення у справі, яка потребує з’ясування обставин',
      pl: 'Załatwienie sprawy wymagającej postępowania wyjaśniającego',
      en: 'Decision in a case that needs inquiry',
    },
    cite: kpa('35 § 3'),
    length: { count: 1, unit: 'month' },
  },
  {
    ...{ id: 'pl-kpa-35-complex', starts: 'opening', who: 'body', validFrom: '1980-09-01', extension: named },
    what: {
      uk: 'Рішення в особливо складній справі',
      pl: 'Załatwienie sprawy szczególnie skomplikowanej',
      en: 'Decision in a particularly complex case',
    },
    cite: kpa('35 § 3'),
    length: { count: 2, unit: 'month' },
  },
  {
    ...{ id: 'pl-kpa-35-appeal', starts: 'receipt', who: 'body', validFrom: '1980-09-01', extension: named },
    what: {
      uk: 'Рішення органу другої інстанції',
      pl: 'Załatwienie sprawy w postępowaniu odwoławczym',
      en: 'Decision on appeal',
    },
    cite: kpa('35 § 3'),
    length: { count: 1, unit: 'month' },
  },
  {
    ...{ id: 'pl-kpa-237', starts: 'receipt', who: 'body', validFrom: '1980-09-01', extension: named },
    what: { uk: 'Відповідь на скаргу', pl: 'Załatwienie skargi', en: 'Answer to a complaint (skarga)' },
    cite: kpa('237 § 1'),
    length: { count: 1, unit: 'month' },
  },
  {
    ...{ id: 'pl-kpa-244', starts: 'receipt', who: 'body', validFrom: '1980-09-01', extension: named },
    what: {
      uk: 'Відповідь на пропозицію (wniosek)',
      pl: 'Załatwienie wniosku',
      en: 'Answer to a proposal (wniosek)',
    },
    cite: kpa('244 § 1'),
    length: { count: 1, unit: 'month' },
  },
  {
    ...{ id: 'pl-kpa-231', starts: 'receipt', who: 'body', validFrom: '1980-09-01' },
    what: {
      uk: 'Передання скарги органові, який має її розглянути',
      pl: 'Przekazanie skargi właściwemu organowi',
      en: 'Forwarding of a complaint to the competent body',
    },
    cite: kpa('231', 'from_memory'),
    length: { count: 7, unit: 'day' },
  },
  {
    ...{ id: 'pl-kpa-37', starts: 'receipt', who: 'body', validFrom: '2017-06-01' },
    what: {
      uk: 'Передання нагадування (ponaglenie) органові вищого рівня',
      pl: 'Przekazanie ponaglenia organowi wyższego stopnia',
      en: 'Passing a formal reminder (ponaglenie) to the superior body',
    },
    cite: kpa('37 § 4', 'from_memory'),
    length: { count: 7, unit: 'day' },
    note: {
      uk: 'Орган вищого рівня має ще сім днів на розгляд (§ 5).',
      pl: 'Organ wyższego stopnia ma na rozpatrzenie kolejne siedem dni (§ 5).',
      en: 'The superior body has seven more days to consider it (§ 5).',
    },
  },
])

const besides = rulesOf('PL', byCivilCode, [
  {
    ...{ id: 'pl-petition', starts: 'filing', who: 'body', validFrom: '2015-09-06' },
    what: { uk: 'Відповідь на петицію', pl: 'Rozpatrzenie petycji', en: 'Answer to a petition' },
    cite: { act: 'pl_petitions', article: '10(1)', confidence: 'text_seen' },
    length: { count: 3, unit: 'month' },
    extension: {
      ...{ how: 'further', length: { count: 3, unit: 'month' }, notice: null },
      cite: { act: 'pl_petitions', article: '10(3)', confidence: 'from_memory' },
    },
    note: {
      uk: 'Результат розгляду петиції не можна оскаржити (ст. 13). Після доповнення строк іде від дня доповнення.',
      pl: 'Na sposób załatwienia petycji nie służy skarga (art. 13). Po uzupełnieniu termin biegnie od dnia uzupełnienia.',
      en: 'The outcome cannot be complained of (art. 13). After a correction the period runs from the day of correction.',
    },
  },
  {
    ...{ id: 'pl-information', starts: 'filing', who: 'body', validFrom: '2002-01-01' },
    what: {
      uk: 'Надання публічної інформації на запит',
      pl: 'Udostępnienie informacji publicznej na wniosek',
      en: 'Access to public information on request',
    },
    cite: { act: 'pl_information', article: '13(1)', confidence: 'text_seen' },
    length: { count: 14, unit: 'day' },
    extension: {
      ...{ how: 'total', length: { count: 2, unit: 'month' }, notice: { count: 14, unit: 'day' } },
      cite: { act: 'pl_information', article: '13(2)', confidence: 'from_memory' },
    },
  },
  {
    ...{ id: 'pl-rpo', starts: 'receipt', who: 'body', validFrom: '1988-01-01' },
    what: {
      uk: 'Відповідь органу на звернення польського Уповноваженого з прав людини (RPO)',
      pl: 'Odpowiedź organu na wystąpienie Rzecznika Praw Obywatelskich',
      en: 'A body’s answer to the Polish Commissioner for Human Rights (RPO)',
    },
    cite: { act: 'pl_ombudsman', article: '15(2)', confidence: 'text_seen' },
    length: { count: 30, unit: 'day' },
  },
  {
    ...{ id: 'pl-court-file', starts: 'receipt', who: 'body', validFrom: '2004-01-01' },
    what: {
      uk: 'Передання скарги на бездіяльність адміністративному суду',
      pl: 'Przekazanie skargi na bezczynność sądowi administracyjnemu',
      en: 'Passing a complaint about inaction to the administrative court',
    },
    cite: { act: 'pl_court', article: '54 § 2', confidence: 'from_memory' },
    length: { count: 30, unit: 'day' },
    note: {
      uk: 'У справах про публічну інформацію — 15 днів (ст. 21 закону про доступ до неї). Скаржитися можна будь-коли після ponaglenie (ст. 53 § 2b).',
      pl: 'W sprawach informacji publicznej 15 dni (art. 21 ustawy). Skargę można wnieść w każdym czasie po ponagleniu (art. 53 § 2b).',
      en: 'Fifteen days in matters of public information (art. 21 of that act). One may complain at any time after the formal reminder (art. 53 § 2b).',
    },
  },
])

/** Poland. */
export const plRules: Rule[] = [...procedure, ...besides]
