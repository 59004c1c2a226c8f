import { randomUUIDv7 } from 'node:crypto'

const parts = /^(.{8})-(.{4})-7.{3}(-.*)$/
let time = 0
let count = 0

/**
 * A key for a new row: UUIDv7, so that keys of one table grow with time and its index stays compact. Within a process each is
 * greater than all before it: twelve of its random bits count up within a millisecond, from a random start in their lower
 * half (RFC 9562 §6.2, method 1). Lists that go by the key keep the order in which their rows were made.
 */
export function newId(): string {
  const [, high, low, rest] = parts.exec(randomUUIDv7())!
  const now = Number.parseInt(high! + low!, 16)
  if (now > time) [time, count] = [now, Math.floor(Math.random() * 0x800)]
  else if (count < 0xfff) count++
  else [time, count] = [time + 1, 0]
  const clock = time.toString(16).padStart(12, '0')
  return `${clock.slice(0, 8)}-${clock.slice(8)}-7${count.toString(16).padStart(3, '0')}${rest}`
}
