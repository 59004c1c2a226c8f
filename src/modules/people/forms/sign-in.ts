import * as z from 'zod'

/** An e-mail address, folded to lower case. */
export const address = z.string().trim().toLowerCase().max(254).pipe(z.email('people.form.addressInvalid'))

/** How a person wants to be called. */
export const personName = z.string().trim().min(1).max(200)

const sixDigits = z
  .string()
  .transform(typed => typed.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'people.form.codeShape'))

/**
 * Where to go afterwards: an address of this program. Anything that a browser could read as another site becomes ''.
 * `URL` is the judge, because it reads what people and attackers write as a browser does.
 */
export function localPath(to: string | undefined): string {
  if (!to?.startsWith('/')) return ''
  const target = URL.parse(to, 'http://here')
  // `/..//elsewhere.example` stays here for `URL`, and what is left of it leads away.
  if (target?.origin !== 'http://here' || target.pathname.startsWith('//')) return ''
  return target.pathname + target.search
}

/** The hidden field that carries where to go afterwards. */
export const destination = z.string().optional().transform(localPath)

export const addressForm = z.object({ address, to: destination })
export const codeForm = z.object({ code: sixDigits })
export const nameForm = z.object({ name: personName, to: destination })
export const secondFactorForm = z.object({ code: z.string().trim().min(1).max(40), to: destination })

// What `credential.toJSON()` gives, as far as it is needed; the rest is the library's to judge.
const credential = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
}

const shown = z.looseObject({
  ...credential,
  response: z.looseObject({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
})

const made = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
})

function json<S extends z.ZodType>(schema: S) {
  return z.string().transform((text, context): z.output<S> => {
    try {
      return schema.parse(JSON.parse(text))
    } catch {
      context.addIssue({ code: 'custom', message: 'people.passkey.notAccepted' })
      return z.NEVER
    }
  })
}

const challenge = z.string().min(1).max(500)

export const passkeyForm = z.object({ challenge, response: json(shown), to: destination })
export const newPasskeyForm = z.object({
  challenge,
  response: json(made),
  name: z.string().trim().min(1).max(100),
})

/** What an island posts: the handle of the challenge, and the credential. */
export type PasskeyAnswer = Pick<z.output<typeof passkeyForm>, 'challenge' | 'response'>
export type NewPasskeyAnswer = Pick<z.output<typeof newPasskeyForm>, 'challenge' | 'response'>
