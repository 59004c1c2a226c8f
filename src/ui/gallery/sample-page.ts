import { createI18n, type Locale, type PseudoLocale } from '#platform/i18n/index.ts'
import type { MenuItem, Page } from '../page.tsx'
import './messages/index.ts'

const menu: MenuItem[] = [
  { label: 'gallery.menu.directory', path: '/gallery', place: 'main' },
  { label: 'gallery.menu.initiatives', path: '/initiatives', place: 'main' },
  { label: 'gallery.menu.decisions', path: '/decisions', place: 'main', parent: '/initiatives' },
  { label: 'gallery.menu.journal', path: '/journal', place: 'main' },
  { label: 'gallery.menu.about', path: '/about', place: 'main' },
  { label: 'gallery.menu.applications', path: '/applications', place: 'work' },
  { label: 'gallery.menu.mandates', path: '/mandates', place: 'work' },
]

/** A page of a made-up umbrella, for tests and pictures of components. */
export function samplePage(lang: Locale | PseudoLocale = 'uk', over: Partial<Page> = {}): Page {
  return {
    i18n: createI18n(lang, 'Europe/Kyiv'),
    umbrella: {
      id: '0190a5e0-0000-7000-8000-000000000001',
      slug: 'international-union',
      name: { uk: 'Інтернаціональний союз', en: 'International Union' },
      accent: 'azure',
      locales: ['uk', 'pl', 'en'],
      zone: 'Europe/Kyiv',
      emblem: 23,
    },
    viewer: { signedIn: false, name: null },
    path: '/gallery',
    url: `http://localhost:4000/${lang}/international-union/gallery`,
    menu,
    notice: null,
    assets: { css: '/assets/style.css', js: '/assets/index.js', icons: '/assets/icons.svg' },
    demonstration: true,
    ...over,
  }
}
