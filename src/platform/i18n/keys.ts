/**
 * Every area adds its messages here, so that keys are checked by the compiler:
 *
 *     import en from './messages/en.json'
 *     declare module '#platform/i18n/index.ts' {
 *       interface Messages { network: typeof en }
 *     }
 *
 * Keys inside the files are flat: `{"application.title": "…"}` becomes `network.application.title`.
 *
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: empty on purpose, areas augment it
export interface Messages {}

/** A message key, `area.key`. */
export type MessageKey = {
  [Area in keyof Messages & string]: `${Area}.${keyof Messages[Area] & string}`
}[keyof Messages & string]

/** The key that it is given: where a library takes any text, the compiler still knows a sentence that nobody wrote. */
export const key = (name: MessageKey): MessageKey => name
