import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { OperatorProblem } from '#platform/operator-problem.ts'

/** The files of a certificate and its key, in PEM. */
export type CertificateFiles = { certificate: string; key: string }

const read = async (path: string, variable: string) =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorProblem(`${variable} is ${path}, which cannot be read (${error.code}).`)
  })

/** What STARTTLS shows. Throws OperatorProblem when the files cannot be read or do not belong together. */
export async function readCertificate(files: CertificateFiles): Promise<{ cert: Buffer; key: Buffer }> {
  const cert = await read(files.certificate, 'PARASOL_MAIL_CERTIFICATE')
  const key = await read(files.key, 'PARASOL_MAIL_KEY')
  try {
    createSecureContext({ cert, key })
  } catch {
    throw new OperatorProblem(
      'PARASOL_MAIL_CERTIFICATE and PARASOL_MAIL_KEY are no certificate and key that belong together.',
    )
  }
  return { cert, key }
}
