const megabyte = 1024 * 1024

/** How many megabytes this process grew at most while `work` ran; `look` is called wherever it may have grown. */
export async function grownBy(work: (look: () => void) => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  await work(look)
  look()
  return (most - before) / megabyte
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
