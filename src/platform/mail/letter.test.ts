import { describe, expect, test } from 'vitest'
import { type Letter, letterHtml, letterText } from './letter.ts'

const letter: Letter = {
  lang: 'uk',
  dir: 'ltr',
  subject: 'Заяву «Рада & <друзі>» оприлюднено',
  sections: [
    {
      heading: 'Коаліція',
      items: [
        {
          heading: 'Заява',
          paragraphs: ['Перший абзац <script>alert(1)</script>', 'Другий "абзац"'],
          action: { label: 'Переглянути', url: 'https://parasol.example.org/uk/a?b=1&c="x"' },
        },
      ],
    },
  ],
  footer: ['Чому', { label: 'Відписатися', url: 'https://parasol.example.org/u' }],
}

describe('a letter', () => {
  test('as text holds every word and link, without markup', () => {
    expect(letterText(letter)).toBe(`КОАЛІЦІЯ

Заява

Перший абзац <script>alert(1)</script>

Другий "абзац"

Переглянути:
https://parasol.example.org/uk/a?b=1&c="x"

-- 
Чому
Відписатися: https://parasol.example.org/u
`)
  })

  test('as HTML says its language and direction, and escapes what people wrote', async () => {
    const html = await letterHtml({ ...letter, lang: 'ar', dir: 'rtl' })
    expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/)
    expect(html).toContain('<title>Заяву «Рада &amp; &lt;друзі&gt;» оприлюднено</title>')
    expect(html).toContain('Перший абзац &lt;script&gt;')
    expect(html).toContain('href="https://parasol.example.org/uk/a?b=1&amp;c=&quot;x&quot;"')
    expect(html).not.toContain('<script')
  })

  test('as HTML fetches nothing and leaves light and dark to the reader', async () => {
    const html = await letterHtml(letter)
    expect(html).not.toMatch(/<img|<link|url\(|src=|@import/)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).not.toMatch(/body style="[^"]*(background|[^-]color)/)
  })
})
