/**
 * Twelve colours in order of joining. Each keeps at least 3:1 against the light and the dark page and its neighbours in
 * the row differ in hue and lightness, so that the emblem reads in print, in the dark and without telling hues apart.
 */
export const emblemColours = [
  '#2f7bd6',
  '#d9732a',
  '#2e9150',
  '#cf4f86',
  '#7a72d8',
  '#a8830f',
  '#1b9096',
  '#d9534f',
  '#6c8f25',
  '#a65fc4',
  '#4a86a8',
  '#b7714a',
] as const
