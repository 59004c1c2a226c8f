import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { iconNames } from './names.ts'

const { resolve } = createRequire(import.meta.url)

/** The named lucide icons as the symbols of one SVG, for `<use href="…#name">`. */
export function spriteSource(names: readonly string[] = iconNames): string {
  const symbols = names.map(name => {
    const svg = readFileSync(resolve(`lucide-static/icons/${name}.svg`), 'utf8')
    const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.indexOf('</svg>'))
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, '')}</symbol>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
}

/** Adds the sprite to the client build, under a hashed name that the manifest knows as `icons.svg`. */
export function iconSprite(): Plugin {
  return {
    name: 'parasol:icon-sprite',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'asset',
        name: 'icons.svg',
        originalFileName: 'icons.svg',
        source: spriteSource(),
      })
    },
  }
}
