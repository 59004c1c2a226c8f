import type { Remedy } from './remedy.ts'

const withoutDelay = {
  uk: 'Вирішити справу без зволікання й повідомити причини запізнення.',
  pl: 'Załatwić sprawę niezwłocznie i podać przyczyny zwłoki.',
  en: 'Settle the matter without delay and state the reasons for being late.',
}

/** Poland: from a formal reminder to a court. */
export const plRemedies: Remedy[] = [
  {
    ...{ id: 'pl-ponaglenie', to: 'same_body', clock: null },
    after: ['pl-kpa-35', 'pl-kpa-35-complex', 'pl-kpa-35-appeal', 'pl-kpa-237'],
    what: {
      uk: 'Подати ponaglenie — офіційне нагадування через орган, який спізнився',
      pl: 'Wnieść ponaglenie za pośrednictwem organu, który nie dotrzymał terminu',
      en: 'Send a formal reminder (ponaglenie) through the body that is late',
    },
    cite: { act: 'pl_kpa', article: '37 § 1', confidence: 'from_memory' },
    draft: {
      kind: 'complaint',
      title: {
        uk: 'Офіційне нагадування (ponaglenie)',
        pl: 'Ponaglenie',
        en: 'Formal reminder (ponaglenie)',
      },
      grounds: [
        { act: 'pl_kpa', article: '37 § 1', confidence: 'from_memory' },
        { act: 'pl_kpa', article: '35 § 3', confidence: 'text_seen' },
      ],
      proposals: [
        withoutDelay,
        {
          uk: 'Передати нагадування органові вищого рівня протягом семи днів.',
          pl: 'Przekazać ponaglenie organowi wyższego stopnia w ciągu siedmiu dni.',
          en: 'Pass the reminder to the superior body within seven days.',
        },
      ],
    },
  },
  {
    ...{ id: 'pl-skarga-wniosek', to: 'superior_body', clock: null, after: ['pl-kpa-244'] },
    what: {
      uk: 'Поскаржитися, що пропозицію не розглянуто вчасно',
      pl: 'Wnieść skargę na niezałatwienie wniosku w terminie',
      en: 'Complain that the proposal was not settled in time',
    },
    cite: { act: 'pl_kpa', article: '246 § 2', confidence: 'from_memory' },
    draft: {
      kind: 'complaint',
      title: {
        uk: 'Скарга на нерозгляд пропозиції',
        pl: 'Skarga na niezałatwienie wniosku',
        en: 'Complaint about a proposal left unsettled',
      },
      grounds: [
        { act: 'pl_kpa', article: '246 § 2', confidence: 'from_memory' },
        { act: 'pl_kpa', article: '244 § 1', confidence: 'text_seen' },
      ],
      proposals: [withoutDelay],
    },
  },
  {
    ...{ id: 'pl-skarga-petycja', to: 'superior_body', clock: null, after: ['pl-petition'] },
    what: {
      uk: 'Поскаржитися на зволікання з петицією',
      pl: 'Wnieść skargę na przewlekłość w sprawie petycji',
      en: 'Complain that the petition is being delayed',
    },
    cite: { act: 'pl_kpa', article: '227', confidence: 'from_memory' },
    draft: {
      kind: 'complaint',
      title: {
        uk: 'Скарга на нерозгляд петиції у строк',
        pl: 'Skarga na nierozpatrzenie petycji w terminie',
        en: 'Complaint about a petition that was not considered in time',
      },
      grounds: [
        { act: 'pl_kpa', article: '227', confidence: 'from_memory' },
        { act: 'pl_petitions', article: '10', confidence: 'text_seen' },
      ],
      proposals: [withoutDelay],
    },
  },
  {
    ...{ id: 'pl-rpo-request', to: 'commissioner', clock: null },
    after: ['pl-kpa-35', 'pl-kpa-35-complex', 'pl-kpa-237', 'pl-kpa-244', 'pl-information', 'pl-petition'],
    what: {
      uk: 'Звернутися до польського Уповноваженого з прав людини (RPO)',
      pl: 'Zwrócić się do Rzecznika Praw Obywatelskich',
      en: 'Turn to the Polish Commissioner for Human Rights (RPO)',
    },
    cite: { act: 'pl_ombudsman', article: '9', confidence: 'from_memory' },
    draft: {
      kind: 'violation',
      title: {
        uk: 'Порушення права на відповідь від органу влади',
        pl: 'Naruszenie prawa do odpowiedzi organu władzy',
        en: 'Breach of the right to an answer from a public body',
      },
      grounds: [{ act: 'pl_ombudsman', article: '9', confidence: 'from_memory' }],
      proposals: [
        {
          uk: 'Узяти справу до розгляду й звернутися до органу.',
          pl: 'Podjąć sprawę i wystąpić do organu.',
          en: 'Take the case up and write to the body.',
        },
      ],
    },
  },
  {
    ...{ id: 'pl-court-inaction', to: 'court', clock: null, draft: null },
    after: ['pl-kpa-35', 'pl-kpa-35-complex', 'pl-kpa-35-appeal', 'pl-information'],
    what: {
      uk: 'Подати до адміністративного суду скаргу на бездіяльність (у справах за KPA — після ponaglenie), за допомогою юриста',
      pl: 'Wnieść do sądu administracyjnego skargę na bezczynność (w sprawach z KPA po ponagleniu) – z pomocą prawną',
      en: 'Complain to the administrative court about inaction (in cases under the KPA after the formal reminder), with a lawyer',
    },
    cite: { act: 'pl_court', article: '50, 53 § 2b', confidence: 'from_memory' },
  },
]
