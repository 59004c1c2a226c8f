import { vocabulary } from './vocabulary.ts'

/** What an organisation works on. */
export const fieldsOfWork = vocabulary({
  culture: { uk: 'культура та мистецтво', pl: 'kultura i sztuka', en: 'culture and the arts' },
  heritage: { uk: 'спадщина й пам’ять', pl: 'dziedzictwo i pamięć', en: 'heritage and memory' },
  language: {
    uk: 'навчання і збереження мов',
    pl: 'nauka i ochrona języków',
    en: 'teaching and keeping languages',
  },
  education: { uk: 'освіта', pl: 'edukacja', en: 'education' },
  children: { uk: 'діти та родини', pl: 'dzieci i rodziny', en: 'children and families' },
  youth: { uk: 'молодь', pl: 'młodzież', en: 'young people' },
  women: {
    uk: 'права й можливості жінок',
    pl: 'prawa i szanse kobiet',
    en: 'women’s rights and opportunities',
  },
  seniors: { uk: 'старші люди', pl: 'osoby starsze', en: 'older people' },
  'legal-aid': { uk: 'правова допомога', pl: 'pomoc prawna', en: 'legal aid' },
  'human-rights': { uk: 'права людини', pl: 'prawa człowieka', en: 'human rights' },
  'anti-discrimination': {
    uk: 'протидія дискримінації',
    pl: 'przeciwdziałanie dyskryminacji',
    en: 'anti-discrimination',
  },
  'hate-crime-monitoring': {
    uk: 'моніторинг злочинів на ґрунті ненависті',
    pl: 'monitoring przestępstw z nienawiści',
    en: 'hate crime monitoring',
  },
  integration: { uk: 'інтеграція', pl: 'integracja', en: 'integration' },
  dialogue: { uk: 'міжкультурний діалог', pl: 'dialog międzykulturowy', en: 'intercultural dialogue' },
  'social-help': { uk: 'соціальна допомога', pl: 'pomoc społeczna', en: 'social help' },
  'humanitarian-aid': { uk: 'гуманітарна допомога', pl: 'pomoc humanitarna', en: 'humanitarian aid' },
  'mental-health': {
    uk: 'психологічна підтримка',
    pl: 'wsparcie psychologiczne',
    en: 'mental health support',
  },
  health: { uk: 'здоров’я', pl: 'zdrowie', en: 'health' },
  employment: {
    uk: 'працевлаштування та підприємництво',
    pl: 'praca i przedsiębiorczość',
    en: 'work and enterprise',
  },
  housing: { uk: 'житло', pl: 'mieszkalnictwo', en: 'housing' },
  media: { uk: 'медіа та видавнича справа', pl: 'media i wydawnictwa', en: 'media and publishing' },
  sport: { uk: 'спорт', pl: 'sport', en: 'sport' },
  research: { uk: 'дослідження', pl: 'badania', en: 'research' },
  advocacy: { uk: 'адвокація', pl: 'rzecznictwo', en: 'advocacy' },
  'civil-society': {
    uk: 'розвиток громадських організацій',
    pl: 'rozwój organizacji społecznych',
    en: 'strengthening civil society',
  },
  'local-development': { uk: 'місцевий розвиток', pl: 'rozwój lokalny', en: 'local development' },
  'international-cooperation': {
    uk: 'міжнародна співпраця',
    pl: 'współpraca międzynarodowa',
    en: 'international cooperation',
  },
})
