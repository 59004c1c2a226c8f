import type { Cite } from '../cite.ts'
import { type Counting, type Rule, rulesOf } from './rule.ts'

const periods = (article: string): Cite => ({ act: 'eu_periods', article, confidence: 'from_memory' })
const access = (article: string, confidence: Cite['confidence'] = 'text_seen'): Cite => ({
  ...{ act: 'eu_access', article, confidence },
})

const byRegulation: Counting = {
  start: periods('3(1)'),
  monthEnd: periods('3(2)(c)'),
  workingDays: periods('2(2)'),
  roll: periods('3(4)'),
}

const noAddress = {
  uk: 'Рахують від реєстрації. Без поштової адреси інституція може не зареєструвати заяву: тоді строк не почався.',
  pl: 'Liczy się od rejestracji. Bez adresu pocztowego instytucja może wniosku nie zarejestrować: wtedy termin nie biegnie.',
  en: 'Counted from registration. Without a postal address an institution may not register the application: then no period runs.',
}

/** Institutions of the European Union. */
export const euRules: Rule[] = rulesOf('EU', byRegulation, [
  {
    ...{ id: 'eu-access', starts: 'registration', who: 'body', validFrom: '2001-12-03', note: noAddress },
    what: {
      uk: 'Відповідь на заяву про доступ до документів',
      pl: 'Odpowiedź na wniosek o dostęp do dokumentów',
      en: 'Answer to an application for access to documents',
    },
    cite: access('7(1)'),
    length: { count: 15, unit: 'working_day' },
    extension: {
      ...{ how: 'further', length: { count: 15, unit: 'working_day' }, notice: null },
      cite: access('7(3)'),
    },
  },
  {
    ...{ id: 'eu-access-confirmatory', starts: 'registration', who: 'body', validFrom: '2001-12-03' },
    what: {
      uk: 'Відповідь на підтверджувальну заяву',
      pl: 'Odpowiedź na wniosek potwierdzający',
      en: 'Answer to a confirmatory application',
    },
    cite: access('8(1)'),
    length: { count: 15, unit: 'working_day' },
    extension: {
      ...{ how: 'further', length: { count: 15, unit: 'working_day' }, notice: null },
      cite: access('8(2)'),
    },
    note: {
      uk: 'Мовчання — це відмова (ст. 8(3)): далі Суд або Європейський омбудсман.',
      pl: 'Brak odpowiedzi oznacza odmowę (art. 8 ust. 3): dalej Trybunał albo Europejski Rzecznik.',
      en: 'Silence is a refusal (art. 8(3)): the Court or the European Ombudsman come next.',
    },
  },
  {
    ...{ id: 'eu-access-confirm', starts: 'refusal', who: 'sender', validFrom: '2001-12-03' },
    what: {
      uk: 'Подання підтверджувальної заяви',
      pl: 'Złożenie wniosku potwierdzającego',
      en: 'Making a confirmatory application',
    },
    cite: access('7(2)', 'from_memory'),
    length: { count: 15, unit: 'working_day' },
    note: {
      uk: 'Від отримання відмови. Після мовчання її можна подати (ст. 7(4)), строку не названо: безпечно триматися того самого.',
      pl: 'Od otrzymania odmowy. Po braku odpowiedzi wniosek przysługuje (art. 7 ust. 4), terminu nie podano: bezpiecznie trzymać się tego samego.',
      en: 'From receipt of the refusal. After silence one may apply too (art. 7(4)); no period is named, and keeping this one is safe.',
    },
  },
  {
    ...{ id: 'eu-letter', starts: 'receipt', who: 'body', validFrom: '2000-11-01' },
    what: {
      uk: 'Відповідь Комісії на лист',
      pl: 'Odpowiedź Komisji na pismo',
      en: 'The Commission’s answer to a letter',
    },
    cite: { act: 'eu_conduct', article: '4', confidence: 'from_memory' },
    length: { count: 15, unit: 'working_day' },
    note: {
      uk: 'Правило поведінки, а не норма закону; інші інституції мають свої кодекси.',
      pl: 'Zasada postępowania, nie przepis ustawy; inne instytucje mają własne kodeksy.',
      en: 'A rule of conduct, not of law; other institutions have codes of their own.',
    },
  },
  {
    ...{ id: 'eu-ombudsman', starts: 'knowledge', who: 'sender', validFrom: '1994-05-04' },
    what: {
      uk: 'Скарга до Європейського омбудсмана',
      pl: 'Skarga do Europejskiego Rzecznika Praw Obywatelskich',
      en: 'Complaint to the European Ombudsman',
    },
    cite: { act: 'eu_ombudsman', article: '2(3)', confidence: 'text_seen' },
    length: { count: 2, unit: 'year' },
    note: {
      uk: 'Спершу треба звернутися до самої інституції. Скарга не зупиняє строків для суду.',
      pl: 'Najpierw trzeba zwrócić się do samej instytucji. Skarga nie wstrzymuje terminów sądowych.',
      en: 'First write to the institution itself. A complaint does not stop the time limits of courts.',
    },
  },
  {
    ...{ id: 'eu-court', starts: 'refusal', who: 'sender', validFrom: '1994-01-01' },
    what: {
      uk: 'Позов до Загального суду Європейського Союзу',
      pl: 'Skarga do Sądu Unii Europejskiej',
      en: 'Action before the General Court of the European Union',
    },
    cite: { act: 'eu_treaty', article: '263(6)', confidence: 'from_memory' },
    length: { count: 2, unit: 'month' },
    note: {
      uk: 'Суд додає десять днів на відстань; вони тут не враховані.',
      pl: 'Sąd dolicza dziesięć dni ze względu na odległość; tu ich nie uwzględniono.',
      en: 'The Court adds ten days on account of distance; they are not counted here.',
    },
  },
])
