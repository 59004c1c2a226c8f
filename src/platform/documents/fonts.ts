import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve

const face = (script: string, style: string) => {
  const family = script.replaceAll(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase())
  return `@expo-google-fonts/${script}/${style}/${family}_${style}.ttf`
}

// Latin, Cyrillic and Greek first: what the others lack, and most of every page.
const scripts = ['noto-sans', 'vazirmatn', 'noto-sans-hebrew', 'noto-sans-armenian', 'noto-sans-georgian']

/** The fonts of all documents: those that npm installed, and none of the machine's own. */
export const readFonts = (): Buffer[] =>
  scripts.flatMap(script =>
    ['400Regular', '700Bold'].map(style => readFileSync(resolve(face(script, style)))),
  )
