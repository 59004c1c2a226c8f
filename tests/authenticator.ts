import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

// What CBOR needs for an attestation: unsigned and negative integers, bytes, text, maps with few entries.
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, entry]) => [cbor(key), cbor(entry)])
  return Buffer.concat([head(5, value.size), ...entries])
}

const userPresent = 0x01
const userVerified = 0x04
const attested = 0x40

type Options = { challenge: string; user?: { id: string } }

/** A passkey of ES256 without attestation, as a phone would have it; it verifies its user unless told not to. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(16)
  verifiesUser = true
  readonly #origin: string
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject
  #counter = 0

  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    this.#publicKey = publicKey
  }

  #clientData(type: 'webauthn.create' | 'webauthn.get', challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #data(extra: number, credential: Buffer = Buffer.alloc(0)): Buffer {
    const flags = userPresent | (this.verifiesUser ? userVerified : 0) | extra
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++this.#counter)
    const party = createHash('sha256').update(new URL(this.#origin).hostname).digest()
    return Buffer.concat([party, Buffer.from([flags]), counter, credential])
  }

  #credential(): Buffer {
    const { x, y } = this.#publicKey.export({ format: 'jwk' })
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, 'base64url')],
      [-3, Buffer.from(y!, 'base64url')],
    ])
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cbor(key)])
  }

  #shown(response: Record<string, string>): string {
    const id = this.id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }

  /** What `navigator.credentials.create` answers, as JSON. */
  create({ challenge }: Options): string {
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', this.#data(attested, this.#credential())],
    ])
    return this.#shown({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
    })
  }

  /** What `navigator.credentials.get` answers, as JSON. */
  get({ challenge }: Options): string {
    const clientData = this.#clientData('webauthn.get', challenge)
    const data = this.#data(0)
    const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
    return this.#shown({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
    })
  }
}
