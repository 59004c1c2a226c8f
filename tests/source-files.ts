import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'
import { projectRoot } from '#platform/project-root.ts'

/** A source file of the project with what it imports: `specifiers` as written, `files` as paths inside the project. */
export type SourceFile = { path: string; text: string; lines: number; specifiers: string[]; files: string[] }

/** Paths that git tracks, or would track, under the given places. */
export function trackedFiles(...patterns: string[]): string[] {
  const list = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...patterns],
    {
      cwd: projectRoot,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  return [...new Set(list.split('\0').filter(Boolean))].sort()
}

function target(from: string, specifier: string): string | null {
  if (specifier.startsWith('#'))
    return `src/${specifier.slice(1).replace(/^src\//, '')}`.replace(/^src\/tests\//, 'tests/')
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  return null
}

/** Reads and parses one file. Throws when the parser does not understand it: a file that was not read proves nothing. */
export function readSource(path: string): SourceFile {
  const text = readFileSync(join(projectRoot, path), 'utf8')
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const specifiers = [
    ...module.staticImports.map(found => found.moduleRequest.value),
    ...module.staticExports.flatMap(found =>
      found.entries.flatMap(entry => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(found =>
      text.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1),
    ),
  ]
  const files = specifiers.map(specifier => target(path, specifier)).filter(file => file !== null)
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    specifiers: [...new Set(specifiers)],
    files: [...new Set(files)],
  }
}
