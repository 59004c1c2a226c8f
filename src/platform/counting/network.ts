import { isIPv4 } from 'node:net'

/** The network that an address is counted by: a person has a whole /64 in IPv6, single addresses would count nothing. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (isIPv4(mapped)) return mapped
  const [head = '', tail] = mapped.split('::', 2)
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
