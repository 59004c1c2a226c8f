import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const megabyte = 1024 * 1024

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

// What is alive, not what the process has: other files of the run share the process, and its garbage comes and goes.
function alive(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** How many megabytes more were alive at most while `work` ran; `look` is called wherever it may have grown. */
export async function grownBy(work: (look: () => void) => Promise<unknown>): Promise<number> {
  const before = alive()
  let most = before
  let looked = 0
  const look = () => {
    looked += 1
    // Collecting takes a while: one look in eight sees a tenth of 100 MB come.
    if (looked % 8 === 0) most = Math.max(most, alive())
  }
  await work(look)
  return (Math.max(most, alive()) - before) / megabyte
}

/** So many pieces of a megabyte, no two alike; `drawn` is told of each that is asked for. */
export async function* megabytes(
  count: number,
  drawn: (n: number) => void = () => {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let n = 0; n < count; n++) {
    drawn(n + 1)
    yield new Uint8Array(megabyte).fill(n + 1)
  }
}
