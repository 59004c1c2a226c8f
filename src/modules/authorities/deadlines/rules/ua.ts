import type { Cite } from '../cite.ts'
import { type Counting, type Rule, rulesOf } from './rule.ts'

const civil = (article: string, confidence: Cite['confidence'] = 'text_seen'): Cite => ({
  ...{ act: 'ua_civil', article, confidence },
})
const procedure = (article: string): Cite => ({ act: 'ua_procedure', article, confidence: 'text_seen' })

// The acts themselves are silent about the first day and about an end on a day off, so the general rule for periods is used.
// Whether it reaches relations of public law is for a lawyer: hence "from memory".
const byCivilRule: Counting = {
  start: civil('253'),
  monthEnd: civil('254(3)'),
  workingDays: { act: 'ua_labour', article: '67, 73', confidence: 'text_seen' },
  roll: civil('254(5)', 'from_memory'),
}

const byProcedure: Counting = {
  start: procedure('33(2)'),
  monthEnd: procedure('33(3)'),
  workingDays: procedure('33(1)'),
  roll: procedure('33(3)'),
}

const appeals = rulesOf('UA', byCivilRule, [
  {
    ...{ id: 'ua-appeal-simple', starts: 'receipt', who: 'body', validFrom: '1996-10-22' },
    what: {
      uk: 'Відповідь на звернення, яке не потребує додаткового вивчення',
      pl: 'Odpowiedź na wystąpienie, które nie wymaga dodatkowego badania',
      en: 'Answer to an appeal that needs no further study',
    },
    cite: { act: 'ua_appeals', article: '20(1)', confidence: 'text_seen' },
    length: { count: 15, unit: 'day' },
  },
  {
    ...{ id: 'ua-appeal-month', starts: 'receipt', who: 'body', validFrom: '1996-10-22' },
    what: {
      uk: 'Відповідь на звернення',
      pl: 'Odpowiedź na wystąpienie',
      en: 'Answer to an appeal',
    },
    cite: { act: 'ua_appeals', article: '20(1)', confidence: 'text_seen' },
    length: { count: 1, unit: 'month' },
    extension: {
      ...{ how: 'total', length: { count: 45, unit: 'day' }, notice: null },
      cite: { act: 'ua_appeals', article: '20(1)', confidence: 'text_seen' },
    },
    note: {
      uk: 'Закон не каже, до якого дня треба повідомити про продовження.',
      pl: 'Ustawa nie mówi, do kiedy trzeba zawiadomić o przedłużeniu.',
      en: 'The law names no day by which the extension must be announced.',
    },
  },
  {
    ...{ id: 'ua-appeal-return', starts: 'receipt', who: 'body', validFrom: '1996-10-22' },
    what: {
      uk: 'Повернення звернення, оформленого з порушенням вимог',
      pl: 'Zwrot wystąpienia, które nie spełnia wymogów',
      en: 'Return of an appeal that lacks what the law requires',
    },
    cite: { act: 'ua_appeals', article: '5', confidence: 'text_seen' },
    length: { count: 10, unit: 'day' },
    note: {
      uk: 'Календарні дні. Якби застосовувався Закон про адміністративну процедуру, десять днів були б робочими: це питання до юристів.',
      pl: 'Dni kalendarzowe. Gdyby stosować ustawę o procedurze administracyjnej, dziesięć dni byłoby dniami roboczymi: do oceny przez prawnika.',
      en: 'Calendar days. If the Law on Administrative Procedure applied, the ten days would be working days: for a lawyer.',
    },
  },
  {
    ...{ id: 'ua-appeal-forward', starts: 'receipt', who: 'body', validFrom: '1996-10-22' },
    what: {
      uk: 'Пересилання звернення органові, який має його розглянути',
      pl: 'Przekazanie wystąpienia właściwemu organowi',
      en: 'Forwarding of an appeal to the competent body',
    },
    cite: { act: 'ua_appeals', article: '7(3)', confidence: 'from_memory' },
    length: { count: 5, unit: 'day' },
    note: {
      uk: 'Календарні дні; для нового органу строк відповіді йде від дня, коли він отримав звернення.',
      pl: 'Dni kalendarzowe; nowemu organowi termin biegnie od dnia, w którym otrzymał wystąpienie.',
      en: 'Calendar days; the new body’s own period runs from the day on which it received the appeal.',
    },
  },
  {
    ...{ id: 'ua-complaint-superior', starts: 'knowledge', who: 'sender', validFrom: '1996-10-22' },
    what: {
      uk: 'Скарга до органу вищого рівня',
      pl: 'Skarga do organu wyższego stopnia',
      en: 'Complaint to the superior body',
    },
    cite: { act: 'ua_appeals', article: '17(1)', confidence: 'from_memory' },
    length: { count: 1, unit: 'month' },
    note: {
      uk: 'Місяць від дня, коли стало відомо про рішення, але не більше року від його ухвалення.',
      pl: 'Miesiąc od dnia, w którym dowiedziano się o decyzji, najwyżej rok od jej podjęcia.',
      en: 'A month from learning of the decision, at most a year from its adoption.',
    },
  },
])

const information = rulesOf('UA', byCivilRule, [
  {
    ...{ id: 'ua-information', starts: 'receipt', who: 'body', validFrom: '2011-05-09' },
    what: {
      uk: 'Відповідь на запит на публічну інформацію',
      pl: 'Odpowiedź na wniosek o informację publiczną',
      en: 'Answer to a request for public information',
    },
    cite: { act: 'ua_information', article: '20(1)', confidence: 'text_seen' },
    length: { count: 5, unit: 'working_day' },
    extension: {
      ...{ how: 'total', length: { count: 20, unit: 'working_day' } },
      notice: { count: 5, unit: 'working_day' },
      cite: { act: 'ua_information', article: '20(4)', confidence: 'text_seen' },
    },
  },
  {
    ...{ id: 'ua-information-urgent', starts: 'receipt', who: 'body', validFrom: '2011-05-09' },
    what: {
      uk: 'Відповідь на запит про інформацію, потрібну для захисту життя чи свободи, про довкілля, аварії, катастрофи',
      pl: 'Odpowiedź na wniosek o informację potrzebną do ochrony życia lub wolności, o środowisku, awariach i katastrofach',
      en: 'Answer to a request about life or liberty, the environment, accidents or disasters',
    },
    cite: { act: 'ua_information', article: '20(2)', confidence: 'text_seen' },
    length: { count: 48, unit: 'hour' },
    note: {
      uk: 'Потребу в терміновій відповіді треба обґрунтувати в запиті (ч. 3 ст. 20). Години йдуть без перерви, також у вихідні.',
      pl: 'Potrzebę pilnej odpowiedzi trzeba uzasadnić we wniosku (art. 20 ust. 3). Godziny biegną bez przerwy, także w dni wolne.',
      en: 'The request must give reasons for the urgency (art. 20(3)). Hours run without a break, over days off too.',
    },
  },
])

const others = rulesOf('UA', byCivilRule, [
  {
    ...{ id: 'ua-ombudsman-filing', starts: 'knowledge', who: 'sender', validFrom: '1998-01-15' },
    what: {
      uk: 'Звернення до Уповноваженого Верховної Ради України з прав людини',
      pl: 'Wystąpienie do Pełnomocnika Rady Najwyższej Ukrainy do spraw Praw Człowieka',
      en: 'Appeal to the Ukrainian Parliament Commissioner for Human Rights',
    },
    cite: { act: 'ua_ombudsman', article: '17(2)', confidence: 'text_seen' },
    length: { count: 1, unit: 'year' },
    extension: {
      ...{ how: 'total', length: { count: 2, unit: 'year' }, notice: null },
      cite: { act: 'ua_ombudsman', article: '17(2)', confidence: 'text_seen' },
    },
    note: {
      uk: 'Два роки — лише за виняткових обставин. Не тоді, коли справу розглядає суд; не анонімно.',
      pl: 'Dwa lata tylko w wyjątkowych okolicznościach. Nie wtedy, gdy sprawę rozpatruje sąd; nie anonimowo.',
      en: 'Two years in exceptional circumstances only. Not while a court hears the case; not anonymously.',
    },
  },
  {
    ...{ id: 'ua-ombudsman-submission', starts: 'receipt', who: 'body', validFrom: '1998-01-15' },
    what: {
      uk: 'Заходи за поданням Уповноваженого',
      pl: 'Działania organu po wystąpieniu Pełnomocnika Rady Najwyższej Ukrainy do spraw Praw Człowieka',
      en: 'What a body does upon the Commissioner’s submission',
    },
    cite: { act: 'ua_ombudsman', article: '15(3)', confidence: 'from_memory' },
    length: { count: 1, unit: 'month' },
  },
  {
    ...{ id: 'ua-legal-aid', starts: 'receipt', who: 'body', validFrom: '2013-01-01' },
    what: {
      uk: 'Рішення про надання безоплатної вторинної правничої допомоги',
      pl: 'Decyzja o bezpłatnej wtórnej pomocy prawnej',
      en: 'Decision on free secondary legal aid',
    },
    cite: { act: 'ua_legal_aid', article: '19', confidence: 'text_seen' },
    length: { count: 10, unit: 'working_day' },
    note: {
      uk: 'Для більшості категорій осіб; затриманим допомогу надають негайно.',
      pl: 'Dla większości kategorii osób; zatrzymani otrzymują pomoc natychmiast.',
      en: 'For most categories of people; those detained get help at once.',
    },
  },
  {
    ...{ id: 'ua-consultation', starts: 'publication', who: 'sender', validFrom: '2010-11-26' },
    what: {
      uk: 'Зауваження та пропозиції в електронних консультаціях із громадськістю',
      pl: 'Uwagi i propozycje w elektronicznych konsultacjach publicznych',
      en: 'Comments in an electronic public consultation',
    },
    cite: { act: 'ua_consultations', article: '16', confidence: 'from_memory' },
    length: { count: 15, unit: 'day' },
    note: {
      uk: 'Щонайменше п’ятнадцять днів; орган може дати більше.',
      pl: 'Co najmniej piętnaście dni; organ może dać więcej.',
      en: 'At least fifteen days; the body may give more.',
    },
  },
  {
    ...{ id: 'ua-court', starts: 'knowledge', who: 'sender', validFrom: '2017-12-15' },
    what: {
      uk: 'Позов до адміністративного суду',
      pl: 'Skarga do sądu administracyjnego w Ukrainie',
      en: 'Claim before a Ukrainian administrative court',
    },
    cite: { act: 'ua_court', article: '122(2)', confidence: 'from_memory' },
    length: { count: 6, unit: 'month' },
    note: {
      uk: 'Від дня, коли дізналися або мали дізнатися про порушення.',
      pl: 'Od dnia, w którym dowiedziano się lub należało dowiedzieć się o naruszeniu.',
      en: 'From the day on which the breach became known or should have.',
    },
  },
])

const administrative = rulesOf('UA', byProcedure, [
  {
    ...{ id: 'ua-procedure', starts: 'receipt', who: 'body', validFrom: '2023-12-15' },
    what: {
      uk: 'Рішення в адміністративній справі',
      pl: 'Rozstrzygnięcie sprawy administracyjnej w Ukrainie',
      en: 'Decision in an administrative case',
    },
    cite: { act: 'ua_procedure', article: '34', confidence: 'from_memory' },
    length: { count: 30, unit: 'day' },
    extension: {
      ...{ how: 'total', length: { count: 45, unit: 'day' }, notice: null },
      cite: { act: 'ua_procedure', article: '34', confidence: 'from_memory' },
    },
    note: {
      uk: 'Чи поширюється закон на звернення громадян, мають сказати юристи.',
      pl: 'Czy ustawa obejmuje wystąpienia obywateli, powinien ocenić prawnik.',
      en: 'Whether the law reaches citizens’ appeals is for a lawyer.',
    },
  },
  {
    ...{ id: 'ua-procedure-ten', starts: 'receipt', who: 'body', validFrom: '2023-12-15' },
    what: {
      uk: 'Строк до десяти днів в адміністративному провадженні',
      pl: 'Termin do dziesięciu dni w ukraińskim postępowaniu administracyjnym',
      en: 'A period of up to ten days in an administrative case',
    },
    cite: { act: 'ua_procedure', article: '33(1)', confidence: 'text_seen' },
    length: { count: 10, unit: 'working_day' },
    note: {
      uk: 'Строки до десяти днів рахують у робочих днях, довші — у календарних.',
      pl: 'Terminy do dziesięciu dni liczy się w dniach roboczych, dłuższe w kalendarzowych.',
      en: 'Periods of up to ten days are working days, longer ones calendar days.',
    },
  },
])

/** Ukraine. */
export const uaRules: Rule[] = [...appeals, ...information, ...others, ...administrative]
