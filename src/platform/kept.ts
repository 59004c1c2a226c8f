/** `make`, which gives the same answer to the same key, with its last answers kept: `most` at a time, then begun anew. */
export function kept<Key, Value>(make: (key: Key) => Value, most = 1000): (key: Key) => Value {
  const values = new Map<Key, Value>()
  return key => {
    const known = values.get(key)
    if (known !== undefined) return known
    const made = make(key)
    if (values.size >= most) values.clear()
    values.set(key, made)
    return made
  }
}

/** `make`, with its answer kept for as long as what it was made of. */
export function keptWith<Of extends object, Value>(make: (of: Of) => Value): (of: Of) => Value {
  const values = new WeakMap<Of, Value>()
  return of => {
    const known = values.get(of)
    if (known !== undefined) return known
    const made = make(of)
    values.set(of, made)
    return made
  }
}
