import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type UserConfig } from 'vite'
import { iconSprite } from './src/ui/icons/sprite.ts'
import { regionMaps } from './src/ui/maps/build/plugin.ts'

// `vite build`: one CSS, one JS, one icon sprite → dist/client, with .vite/manifest.json naming them; and a script of its own for
// the one page that seals what is written on it.
const client: UserConfig['build'] = {
  outDir: 'dist/client',
  emptyOutDir: true,
  manifest: true,
  // A data: address would be refused by the Content-Security-Policy.
  assetsInlineLimit: 0,
  cssCodeSplit: false,
  modulePreload: false,
  target: ['chrome111', 'firefox114', 'safari16.4'],
  rolldownOptions: { input: ['src/islands/index.ts', 'src/modules/monitoring/browser/index.ts'] },
}

// `vite build --ssr`: the whole program → dist/server/parasol.js; packages stay in node_modules.
const server: UserConfig['build'] = {
  ssr: true,
  outDir: 'dist/server',
  emptyOutDir: true,
  copyPublicDir: false,
  minify: false,
  sourcemap: true,
  target: 'esnext',
  rolldownOptions: { input: 'bin/parasol.ts', output: { entryFileNames: '[name].js' } },
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [regionMaps(), isSsrBuild ? null : [tailwindcss(), iconSprite()]],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  build: isSsrBuild ? server : client,
}))
