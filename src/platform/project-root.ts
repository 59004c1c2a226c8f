import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder
  const parent = dirname(folder)
  if (parent === folder)
    throw new Error('the folder with package.json and migrations/ was not found above the program')
  return rootAbove(parent)
}

/** The folder of the checkout, found from this file: the same from `src/` and from the built `dist/server/`. */
export const projectRoot = rootAbove(import.meta.dirname)
