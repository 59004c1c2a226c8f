import type { Remedy } from './remedy.ts'

/** Institutions of the European Union. */
export const euRemedies: Remedy[] = [
  {
    ...{ id: 'eu-confirmatory', to: 'same_body', clock: 'eu-access-confirm', after: ['eu-access'] },
    what: {
      uk: 'Подати підтверджувальну заяву',
      pl: 'Złożyć wniosek potwierdzający',
      en: 'Make a confirmatory application',
    },
    cite: { act: 'eu_access', article: '7(4)', confidence: 'text_seen' },
    draft: {
      kind: 'information_request',
      title: { uk: 'Підтверджувальна заява', pl: 'Wniosek potwierdzający', en: 'Confirmatory application' },
      grounds: [{ act: 'eu_access', article: '7(4)', confidence: 'text_seen' }],
      proposals: [
        {
          uk: 'Переглянути мовчазну відмову й надати документи.',
          pl: 'Ponownie rozpatrzyć milczącą odmowę i udostępnić dokumenty.',
          en: 'Reconsider the implied refusal and release the documents.',
        },
      ],
    },
  },
  {
    ...{ id: 'eu-reminder', to: 'same_body', clock: null, after: ['eu-letter'] },
    what: {
      uk: 'Нагадати інституції про лист',
      pl: 'Przypomnieć instytucji o piśmie',
      en: 'Remind the institution of the letter',
    },
    cite: { act: 'eu_conduct', article: '4', confidence: 'from_memory' },
    draft: {
      kind: 'appeal',
      title: {
        uk: 'Нагадування про лист без відповіді',
        pl: 'Przypomnienie o piśmie bez odpowiedzi',
        en: 'Reminder of an unanswered letter',
      },
      grounds: [{ act: 'eu_conduct', article: '4', confidence: 'from_memory' }],
      proposals: [
        {
          uk: 'Відповісти на лист по суті.',
          pl: 'Udzielić merytorycznej odpowiedzi na pismo.',
          en: 'Answer the letter in substance.',
        },
      ],
    },
  },
  {
    ...{ id: 'eu-ombudsman-complaint', to: 'commissioner', clock: 'eu-ombudsman' },
    after: ['eu-access-confirmatory', 'eu-letter'],
    what: {
      uk: 'Поскаржитися Європейському омбудсманові (строків для суду це не зупиняє)',
      pl: 'Złożyć skargę do Europejskiego Rzecznika Praw Obywatelskich (nie wstrzymuje to terminów sądowych)',
      en: 'Complain to the European Ombudsman (this does not stop the time limits of courts)',
    },
    cite: { act: 'eu_ombudsman', article: '2', confidence: 'text_seen' },
    draft: {
      kind: 'complaint',
      title: {
        uk: 'Скарга на неналежне врядування: відсутність відповіді',
        pl: 'Skarga na niewłaściwe administrowanie: brak odpowiedzi',
        en: 'Complaint of maladministration: no answer',
      },
      grounds: [{ act: 'eu_ombudsman', article: '2', confidence: 'text_seen' }],
      proposals: [
        {
          uk: 'Розслідувати, чому інституція не відповіла, і домогтися відповіді.',
          pl: 'Zbadać, dlaczego instytucja nie odpowiedziała, i doprowadzić do odpowiedzi.',
          en: 'Inquire why the institution did not answer, and bring it to answer.',
        },
      ],
    },
  },
  {
    ...{ id: 'eu-court-refusal', to: 'court', clock: 'eu-court', draft: null },
    after: ['eu-access-confirmatory'],
    what: {
      uk: 'Подати позов до Загального суду Європейського Союзу — з адвокатом',
      pl: 'Wnieść skargę do Sądu Unii Europejskiej – z adwokatem',
      en: 'Bring an action before the General Court of the European Union, with a lawyer',
    },
    cite: { act: 'eu_treaty', article: '263', confidence: 'from_memory' },
  },
]
