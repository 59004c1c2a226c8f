import type { Platform } from '#platform/platform.ts'

/** The largest mail, in bytes, as SMTP's SIZE announces it: 25 MB. */
export const largestMail = 25 * 1024 * 1024

/** A mail as it came over the wire, kept aside until a room has stored it. */
export type ArrivedMail = {
  /** It came without an address to answer to: a bounce, or another notice that a machine wrote. */
  bounce: boolean
  size: number
  sha256: Buffer
  /** The bytes from the beginning, as often as they are asked for. */
  bytes: () => AsyncIterable<Uint8Array>
}

/**
 * Stores a mail for the address it was found by. Once it says `kept`, the mail is ours: it must be committed. `full`: no more
 * for now. Whatever it throws is told to the sender's server as a trouble that passes. It may be called twice with one mail.
 */
export type Keep = (mail: ArrivedMail) => Promise<'kept' | 'full'>

/** Addresses of a room: who answers for what stands before the @, in lower case. Undefined: nobody of this room. */
export type Mailbox = (platform: Platform, localPart: string) => Promise<Keep | undefined>
