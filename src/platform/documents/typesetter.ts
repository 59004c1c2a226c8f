// The program in which Typst runs, started by press.ts as a process of its own: a fault in foreign machine code ends this
// process and not the server, and its environment says that there is no network and no font of the machine.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFonts } from './fonts.ts'

/** Sources by their path inside the document, the first is the main one; `data` is JSON that they read. */
export type Order = { id: number; sources: [path: string, text: string][]; data: string }

export type Delivery = { id: number; pdf: Uint8Array } | { id: number; problem: string }

// A folder that is not there: a document reads its sources and nothing else.
const nowhere = '/parasol-documents'

const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: readFonts() }] })

function typeset({ sources, data }: Order): Uint8Array {
  compiler.resetShadow()
  for (const [path, text] of sources) compiler.addSource(`${nowhere}/${path}`, text)
  const main = sources[0]?.[0]
  const compiled = compiler.compile({ mainFilePath: `${nowhere}/${main}`, inputs: { data } })
  const document = compiled.result
  if (!document)
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'))
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch {
    // PDF/UA promises that every letter can be shown. A script that our fonts lack must not keep anybody from the paper:
    // the same document with the same tags, without the promise.
    return compiler.pdf(document, { pdfTags: true })
  }
}

process.on('message', (order: Order) => {
  const reply = (delivery: Delivery) => process.send?.(delivery)
  try {
    reply({ id: order.id, pdf: typeset(order) })
  } catch (error) {
    reply({ id: order.id, problem: String((error as Error).message ?? error) })
  }
  compiler.evictCache(3)
})
process.on('disconnect', () => process.exit())
