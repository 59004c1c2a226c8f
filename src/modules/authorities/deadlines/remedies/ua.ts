import type { Remedy } from './remedy.ts'

const answerInFull = {
  uk: 'Негайно надати відповідь по суті й повідомити, чому строк пропущено.',
  pl: 'Niezwłocznie udzielić merytorycznej odpowiedzi i wyjaśnić, dlaczego nie dotrzymano terminu.',
  en: 'Answer in substance without delay and explain why the period was missed.',
}
const holdToAccount = {
  uk: 'Перевірити, чому на звернення не відповіли, і вирішити питання про відповідальність посадових осіб.',
  pl: 'Zbadać, dlaczego nie odpowiedziano na wystąpienie, i rozważyć odpowiedzialność osób, które za to odpowiadają.',
  en: 'Examine why the letter went unanswered, and consider the responsibility of the officers.',
}

/** Ukraine: from a reminder to a court. */
export const uaRemedies: Remedy[] = [
  {
    ...{ id: 'ua-reminder', to: 'same_body', clock: null, after: ['ua-appeal-month', 'ua-appeal-simple'] },
    what: {
      uk: 'Нагадати органові про строк',
      pl: 'Przypomnieć organowi o terminie',
      en: 'Remind the body of the time limit',
    },
    cite: { act: 'ua_appeals', article: '20', confidence: 'text_seen' },
    draft: {
      kind: 'appeal',
      title: {
        uk: 'Нагадування про звернення без відповіді',
        pl: 'Przypomnienie o wystąpieniu bez odpowiedzi',
        en: 'Reminder of an unanswered letter',
      },
      grounds: [{ act: 'ua_appeals', article: '20', confidence: 'text_seen' }],
      proposals: [answerInFull],
    },
  },
  {
    ...{ id: 'ua-information-reminder', to: 'same_body', clock: null },
    after: ['ua-information', 'ua-information-urgent'],
    what: {
      uk: 'Нагадати розпорядникові про запит',
      pl: 'Przypomnieć o wniosku o informację',
      en: 'Remind the body of the request for information',
    },
    cite: { act: 'ua_information', article: '20', confidence: 'text_seen' },
    draft: {
      kind: 'appeal',
      title: {
        uk: 'Нагадування про запит на інформацію без відповіді',
        pl: 'Przypomnienie o wniosku o informację bez odpowiedzi',
        en: 'Reminder of an unanswered request for information',
      },
      grounds: [{ act: 'ua_information', article: '20', confidence: 'text_seen' }],
      proposals: [answerInFull],
    },
  },
  {
    ...{ id: 'ua-superior', to: 'superior_body', clock: 'ua-complaint-superior' },
    after: ['ua-appeal-month', 'ua-appeal-simple', 'ua-appeal-return'],
    what: {
      uk: 'Поскаржитися до органу вищого рівня',
      pl: 'Poskarżyć się organowi wyższego stopnia',
      en: 'Complain to the superior body',
    },
    cite: { act: 'ua_appeals', article: '16', confidence: 'from_memory' },
    draft: {
      kind: 'complaint',
      title: {
        uk: 'Скарга на бездіяльність: звернення без відповіді',
        pl: 'Skarga na bezczynność: wystąpienie bez odpowiedzi',
        en: 'Complaint about inaction: an unanswered letter',
      },
      grounds: [
        { act: 'ua_appeals', article: '16', confidence: 'from_memory' },
        { act: 'ua_appeals', article: '20', confidence: 'text_seen' },
      ],
      proposals: [
        {
          uk: 'Зобов’язати орган надати відповідь по суті.',
          pl: 'Zobowiązać organ do udzielenia merytorycznej odpowiedzi.',
          en: 'Oblige the body to answer in substance.',
        },
        holdToAccount,
      ],
    },
  },
  {
    ...{ id: 'ua-information-superior', to: 'superior_body', clock: null },
    after: ['ua-information', 'ua-information-urgent'],
    what: {
      uk: 'Оскаржити бездіяльність до керівника або органу вищого рівня',
      pl: 'Zaskarżyć bezczynność do kierownictwa lub organu wyższego stopnia',
      en: 'Complain to the head of the body or the superior body',
    },
    cite: { act: 'ua_information', article: '23', confidence: 'from_memory' },
    draft: {
      kind: 'complaint',
      title: {
        uk: 'Скарга на ненадання публічної інформації',
        pl: 'Skarga na nieudzielenie informacji publicznej',
        en: 'Complaint about public information that was not given',
      },
      grounds: [
        { act: 'ua_information', article: '20', confidence: 'text_seen' },
        { act: 'ua_information', article: '23', confidence: 'from_memory' },
      ],
      proposals: [
        {
          uk: 'Зобов’язати розпорядника надати інформацію в повному обсязі.',
          pl: 'Zobowiązać organ do udzielenia pełnej informacji.',
          en: 'Oblige the body to give the information in full.',
        },
        holdToAccount,
      ],
    },
  },
  {
    ...{ id: 'ua-ombudsman', to: 'commissioner', clock: 'ua-ombudsman-filing' },
    after: ['ua-appeal-month', 'ua-appeal-simple', 'ua-information', 'ua-information-urgent'],
    what: {
      uk: 'Звернутися до Уповноваженого Верховної Ради України з прав людини',
      pl: 'Zwrócić się do Pełnomocnika Rady Najwyższej Ukrainy do spraw Praw Człowieka',
      en: 'Turn to the Ukrainian Parliament Commissioner for Human Rights',
    },
    cite: { act: 'ua_ombudsman', article: '17', confidence: 'text_seen' },
    draft: {
      kind: 'violation',
      title: {
        uk: 'Порушення права на відповідь від органу влади',
        pl: 'Naruszenie prawa do odpowiedzi organu władzy',
        en: 'Breach of the right to an answer from a public body',
      },
      grounds: [{ act: 'ua_ombudsman', article: '17', confidence: 'text_seen' }],
      proposals: [
        {
          uk: 'Відкрити провадження й домогтися відповіді органу.',
          pl: 'Wszcząć postępowanie i doprowadzić do odpowiedzi organu.',
          en: 'Open proceedings and bring the body to answer.',
        },
      ],
    },
  },
  {
    ...{ id: 'ua-court-inaction', to: 'court', clock: 'ua-court', draft: null },
    after: ['ua-appeal-month', 'ua-appeal-simple', 'ua-information', 'ua-information-urgent', 'ua-procedure'],
    what: {
      uk: 'Подати до адміністративного суду позов щодо бездіяльності органу — за допомогою юриста',
      pl: 'Wnieść do sądu administracyjnego skargę na bezczynność – z pomocą prawną',
      en: 'Bring a claim of inaction before the administrative court, with a lawyer',
    },
    cite: { act: 'ua_court', article: '122', confidence: 'from_memory' },
  },
]
