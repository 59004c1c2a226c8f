import type { Context } from 'hono'
import type * as z from 'zod'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Env, UmbrellaEnv } from './context.ts'

/** One thing wrong with one field, as a message to translate. `field` is the input's name; '' is the form as a whole. */
export type Problem = { field: string; message: MessageKey; values?: Record<string, string | number> }

/** What the person typed, by input name; repeated names are lists. Files are left out: browsers cannot be given them back. */
export type FormValues = Record<string, string | string[] | undefined>

export type FormResult<T> =
  | { ok: true; data: T; values: FormValues }
  | { ok: false; values: FormValues; problems: Problem[] }

// 'name[uk]' and 'name.uk' are not used: a localised field posts `name:uk`, which becomes { name: { uk } }.
function nest(body: Record<string, unknown>): Record<string, unknown> {
  const nested: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    const [key, part] = name.split(':', 2) as [string, string | undefined]
    if (part === undefined) {
      nested[key] = value
    } else if (value !== '') {
      nested[key] = { ...(nested[key] as object | undefined), [part]: value }
    }
  }
  return nested
}

function typed(body: Record<string, unknown>): FormValues {
  const values: FormValues = {}
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.filter(v => typeof v === 'string')
  }
  return values
}

// Zod speaks of types and sizes; people get a sentence. Schemas give their own keys as messages; these are the rest.
function problemOf(issue: z.core.$ZodIssue): Problem {
  const [first, second] = issue.path
  const field = typeof second === 'string' ? `${String(first)}:${second}` : String(first ?? '')
  if (/^[a-z-]+\.[\w.-]+$/.test(issue.message)) return { field, message: issue.message as MessageKey }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return { field, message: 'platform.form.tooLong', values: { maximum: Number(issue.maximum) } }
  }
  const missing = issue.code === 'invalid_type' || (issue.code === 'too_small' && issue.minimum === 1)
  return { field, message: missing ? 'platform.form.missing' : 'platform.form.invalid' }
}

/**
 * Checks what was typed by `schema`: a body, or the values of a draft that was kept. Every problem is returned at once,
 * with what was typed. Names ending in `[]` are always lists (checkbox groups); `name:uk` collects into
 * `{ name: { uk: … } }`; an empty string of a localised part is left out.
 */
export function checkForm<S extends z.ZodType>(
  body: Record<string, unknown>,
  schema: S,
): FormResult<z.output<S>> {
  const parsed = schema.safeParse(unlisted(nest(body)))
  const values = typed(body)
  if (parsed.success) return { ok: true, data: parsed.data, values }
  return { ok: false, values, problems: parsed.error.issues.map(problemOf) }
}

/** Reads the posted form once and checks it, see `checkForm`. The body limit has been applied before. */
export async function readForm<S extends z.ZodType>(
  c: Context<Env> | Context<UmbrellaEnv>,
  schema: S,
): Promise<FormResult<z.output<S>>> {
  return checkForm(await c.req.parseBody({ all: true }), schema)
}

// Hono keeps the brackets of `topics[]`; schemas name the field `topics`.
function unlisted(body: Record<string, unknown>): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name.endsWith('[]')) plain[name.slice(0, -2)] = Array.isArray(value) ? value : [value]
    else plain[name] = value
  }
  return plain
}
