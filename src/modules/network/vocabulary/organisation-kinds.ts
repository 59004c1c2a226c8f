import { vocabulary } from './vocabulary.ts'

/** What an organisation is. Religion is no topic of the coalition, but a religious body can be somebody's partner. */
export const organisationKinds = vocabulary({
  association: { uk: 'громадська організація', pl: 'stowarzyszenie', en: 'association' },
  foundation: { uk: 'фонд', pl: 'fundacja', en: 'foundation' },
  union: { uk: 'спілка організацій', pl: 'zrzeszenie organizacji', en: 'union of organisations' },
  'informal-group': { uk: 'неформальна група', pl: 'grupa nieformalna', en: 'informal group' },
  'public-authority': { uk: 'орган державної влади', pl: 'organ władzy publicznej', en: 'public authority' },
  'local-government': {
    uk: 'орган місцевого самоврядування',
    pl: 'samorząd lokalny',
    en: 'local government',
  },
  'international-organisation': {
    uk: 'міжнародна організація',
    pl: 'organizacja międzynarodowa',
    en: 'international organisation',
  },
  education: {
    uk: 'заклад освіти чи науки',
    pl: 'szkoła, uczelnia lub instytut',
    en: 'school, university or institute',
  },
  culture: { uk: 'заклад культури', pl: 'instytucja kultury', en: 'cultural institution' },
  media: { uk: 'медіа', pl: 'media', en: 'media' },
  'religious-organisation': {
    uk: 'релігійна організація',
    pl: 'organizacja religijna',
    en: 'religious organisation',
  },
  company: { uk: 'підприємство', pl: 'przedsiębiorstwo', en: 'company' },
  other: { uk: 'інша організація', pl: 'inna organizacja', en: 'other organisation' },
})
