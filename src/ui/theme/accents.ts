/** The accents an umbrella can choose; their colours for each scheme are in `src/styles/accents.css`. */
export const accentNames = [
  'azure',
  'teal',
  'leaf',
  'olive',
  'amber',
  'brick',
  'rose',
  'plum',
  'violet',
  'slate',
] as const

export type AccentName = (typeof accentNames)[number]
