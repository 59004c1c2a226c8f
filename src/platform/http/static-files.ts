import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { Env } from './context.ts'

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
}

type Built = {
  plain: Buffer<ArrayBuffer>
  br: Buffer<ArrayBuffer>
  gzip: Buffer<ArrayBuffer>
  type: string
  hashed: boolean
}

// Compressing takes longer than everything else at the start; tests set up the program again and again in one process.
const known = new Map<string, Built>()

function read(folder: string, file: string): Built {
  const { size, mtimeMs } = statSync(join(folder, file))
  const version = `${join(folder, file)} ${size} ${mtimeMs}`
  const built = known.get(version) ?? compress(folder, file)
  known.set(version, built)
  return built
}

function compress(folder: string, file: string): Built {
  const plain = readFileSync(join(folder, file))
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
  return {
    plain,
    br: brotliCompressSync(plain),
    gzip: gzipSync(plain, { level: 9 }),
    type,
    hashed: file.startsWith('assets/'),
  }
}

/**
 * Serves the built files: a handful, read and compressed once in a process. Names under assets/ carry a hash of their
 * content and may be kept for ever.
 */
export function serveBuiltFiles(app: Hono<Env>, folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes('.vite')) continue
    const file = join(entry.parentPath, entry.name).slice(folder.length + 1)
    const built = read(folder, file)
    app.get(`/${file}`, c => {
      const accepted = c.req.header('accept-encoding') ?? ''
      const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'plain'
      if (encoding !== 'plain') c.header('Content-Encoding', encoding)
      c.header('Content-Type', built.type)
      c.header('Cache-Control', built.hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
      c.header('Vary', 'Accept-Encoding')
      return c.body(built[encoding])
    })
  }
}
