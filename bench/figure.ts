/** One line that a bench prints. `limit` is the raw limit of the machine, measured in the same run, where there is one. */
export type Figure = {
  name: string
  value: number
  unit: string
  limit: number | null
  /** The value as a share of the limit. */
  ratio: number | null
  target: string
  ok: boolean
  /** Further numbers that explain it. */
  details?: Record<string, number | string>
}

const rounded = (value: number): number => Number(value.toPrecision(value < 10 ? 3 : 4))

export type Measured = Omit<Figure, 'ratio'>

/** Completes a figure and prints it as one line of JSON. */
export function print(measured: Measured): Figure {
  const { value, limit, details } = measured
  const figure: Figure = {
    ...measured,
    value: rounded(value),
    limit: limit === null ? null : rounded(limit),
    ratio: limit === null ? null : rounded(value / limit),
    details:
      details &&
      Object.fromEntries(
        Object.entries(details).map(([key, one]) => [key, typeof one === 'number' ? rounded(one) : one]),
      ),
  }
  process.stdout.write(`${JSON.stringify(figure)}\n`)
  return figure
}
