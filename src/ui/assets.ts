import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assets } from './page.tsx'

type Manifest = Record<string, { file: string; css?: string[]; isEntry?: boolean } | undefined>

/** The addresses of the built files, from the client build's folder (`dist/client`). Throws when it was not built. */
export function readAssets(clientFolder: string): Assets {
  const path = join(clientFolder, '.vite', 'manifest.json')
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'))
  const entry = manifest['src/islands/index.ts']
  const css = entry?.css?.[0] ?? manifest['style.css']?.file
  const icons = manifest['icons.svg']?.file
  if (!entry || !css || !icons) throw new Error(`${path} lacks the script, the style sheet or the icons`)
  const scripts = Object.entries(manifest).flatMap(([source, built]) =>
    built?.isEntry ? [[source, `/${built.file}`] as const] : [],
  )
  return { js: `/${entry.file}`, css: `/${css}`, icons: `/${icons}`, scripts: Object.fromEntries(scripts) }
}
