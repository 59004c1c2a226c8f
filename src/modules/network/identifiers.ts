import { validate as validateNip } from 'stdnum/lib/cjs/pl/nip.js'
import { validate as validateRegon } from 'stdnum/lib/cjs/pl/regon.js'
import { validate as validateEdrpou } from 'stdnum/lib/cjs/ua/edrpou.js'
import type { MessageKey } from '#platform/i18n/index.ts'

/** Registers that give organisations a number, by their codes at org-id.guide (`XI-`: not of one country). */
export const schemes = ['UA-EDR', 'PL-KRS', 'PL-NIP', 'PL-REGON', 'XI-LEI', 'XI-WIKIDATA'] as const
export type Scheme = (typeof schemes)[number]

/** What the number of each register is called. */
export const schemeWords = {
  'UA-EDR': 'network.identifier.UA-EDR',
  'PL-KRS': 'network.identifier.PL-KRS',
  'PL-NIP': 'network.identifier.PL-NIP',
  'PL-REGON': 'network.identifier.PL-REGON',
  'XI-LEI': 'network.identifier.XI-LEI',
  'XI-WIKIDATA': 'network.identifier.XI-WIKIDATA',
} as const satisfies Record<Scheme, MessageKey>

export const isScheme = (text: string): text is Scheme => schemes.some(scheme => scheme === text)

export type Identifier = { scheme: Scheme; value: string }

export type IdentifierResult = { ok: true; value: string } | { ok: false; problem: MessageKey }

// People copy numbers with spaces, hyphens and the register's name in front of them.
const bare = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s.\-–—]/g, '')
    .toUpperCase()
const withoutPrefix = (text: string): string =>
  text.replace(/^(ЄДРПОУ|EDRPOU|KRS|NIP|REGON|PL|LEI):?(?=\d)/, '')

const isZero = (digits: string): boolean => /^0+$/.test(digits)

// ISO 17442: letters count 10 to 35 and the whole number leaves 1 when divided by 97 (ISO 7064 MOD 97-10).
function leavesOne(lei: string): boolean {
  const digits = lei.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}

type Rule = { shape: RegExp; normal?: (text: string) => string; checked?: (value: string) => boolean }

const rules: Record<Scheme, Rule> = {
  // Numbers given before 1996 may be written without their leading zeros.
  'UA-EDR': {
    shape: /^\d{5,8}$/,
    normal: text => text.padStart(8, '0'),
    checked: value => validateEdrpou(value).isValid,
  },
  // The register calls leading zeros insignificant; the number carries no check digit.
  'PL-KRS': { shape: /^\d{1,10}$/, normal: text => text.padStart(10, '0') },
  'PL-NIP': { shape: /^\d{10}$/, checked: value => validateNip(value).isValid },
  'PL-REGON': { shape: /^(\d{9}|\d{14})$/, checked: value => validateRegon(value).isValid },
  'XI-LEI': { shape: /^[A-Z0-9]{18}\d{2}$/, checked: leavesOne },
  'XI-WIKIDATA': { shape: /^Q[1-9]\d*$/ },
}

/**
 * Brings a typed register number into the one form that is stored, or says what is wrong with it: its length and
 * signs, or its check digit (`UA-EDR`, `PL-NIP`, `PL-REGON`, `XI-LEI`).
 */
export function readIdentifier(scheme: Scheme, typed: string): IdentifierResult {
  const { shape, normal, checked } = rules[scheme]
  const text = withoutPrefix(bare(typed))
  if (!shape.test(text) || isZero(text)) return { ok: false, problem: 'network.identifier.wrongShape' }
  const value = normal ? normal(text) : text
  if (checked && !checked(value)) return { ok: false, problem: 'network.identifier.wrongCheckDigit' }
  return { ok: true, value }
}

/** Where anybody can look the number up, or undefined when the register has no address per number. */
export function registerAddress({ scheme, value }: Identifier): string | undefined {
  if (scheme === 'XI-WIKIDATA') return `https://www.wikidata.org/wiki/${value}`
  if (scheme === 'XI-LEI') return `https://search.gleif.org/#/record/${value}`
  return undefined
}

/** The identifier as org-id writes it, `PL-KRS-0000240024`. */
export const orgId = ({ scheme, value }: Identifier): string => `${scheme}-${value}`
