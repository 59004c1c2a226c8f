import { scaleLinear } from 'd3-scale'

/** Per cent with two decimals: charts place everything relative to their box, so that text keeps its size on a phone. */
export const percent = (share: number): string => `${Math.round(share * 10000) / 100}%`

/** A scale from 0 to a round number above the largest value, as shares of the height counted from the top. */
export function heightScale(values: readonly number[]) {
  const scale = scaleLinear([0, Math.max(1, ...values)], [1, 0]).nice(4)
  return { top: (value: number) => scale(value), ticks: scale.ticks(4) }
}

/** Which of `count` labels fit when about `room` do: always the first and, if they are not crowded, the last. */
export function labelled(count: number, room: number): (index: number) => boolean {
  const step = Math.max(1, Math.ceil(count / room))
  return index => index % step === 0
}
