// A changed filter starts from the first page again, and what was said after a POST has been said.
const passing = ['after', 'before', 'said']

type Changes = Record<string, string | readonly string[] | null>

/** The path and query of `url` with parameters set, replaced or (`null`) dropped, back on the first page. */
export function withQuery(url: string, changes: Changes): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  for (const name of passing) searchParams.delete(name)
  for (const [name, value] of Object.entries(changes)) {
    searchParams.delete(name)
    for (const one of value === null ? [] : [value].flat()) searchParams.append(name, one)
  }
  return written(pathname, searchParams)
}

/** The same without one value of one parameter, which may have others. */
export function withoutValue(url: string, name: string, value: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  for (const other of passing) searchParams.delete(other)
  searchParams.delete(name, value)
  return written(pathname, searchParams)
}

function written(pathname: string, params: URLSearchParams): string {
  for (const [name, value] of [...params]) if (value === '') params.delete(name, value)
  return params.size > 0 ? `${pathname}?${params}` : pathname
}
