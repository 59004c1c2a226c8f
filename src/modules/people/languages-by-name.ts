/** The languages of the interface by their own names, so that people who landed in the wrong one find theirs. */
export const languagesByName = [
  { value: 'uk', label: 'Українська', lang: 'uk' },
  { value: 'pl', label: 'Polski', lang: 'pl' },
  { value: 'en', label: 'English', lang: 'en' },
] as const
