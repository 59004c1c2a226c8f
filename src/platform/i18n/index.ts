export type { DateStyle } from './formats.ts'
export { createI18n, type I18n } from './i18n.ts'
export type * from './keys.ts'
export { key } from './keys.ts'
export {
  type Direction,
  isLocale,
  isPseudoLocale,
  type Locale,
  locales,
  type PseudoLocale,
} from './locale.ts'
export type { Localised } from './localised.ts'
export { type Catalogue, type Catalogues, isMessageKey, registerMessages } from './messages.ts'
export type { MessageValues } from './translate.ts'
