import { describe, expect, test } from 'vitest'
import { samplePage } from '../gallery/sample-page.ts'
import { renderPage } from '../render.tsx'
import { Refused } from './refused.tsx'
import { Text } from './text.tsx'
import { Time } from './time.tsx'

describe('content in several languages', () => {
  test('in the reader’s language needs no mark', async () => {
    expect(await renderPage(samplePage('uk'), <Text value={{ uk: 'Рада', pl: 'Rada' }} />)).toBe(
      '<span>Рада</span>',
    )
  })

  test('in another language says so and carries its language and direction', async () => {
    const html = await renderPage(samplePage('en'), <Text value={{ ar: 'اتحاد' }} />)
    expect(html).toContain('<span lang="ar" dir="rtl">اتحاد</span>')
    expect(html).toContain('shown in Arabic')
  })

  test('keeps paragraphs and escapes', async () => {
    const html = await renderPage(samplePage('uk'), <Text value={{ uk: 'Один <b>\n\n\nДва' }} paragraphs />)
    expect(html).toContain('>Один &lt;b&gt;</p><p class="whitespace-pre-line">Два</p>')
  })
})

describe('a time', () => {
  test('is shown in the umbrella’s zone and kept for machines', async () => {
    const html = await renderPage(samplePage('en'), <Time at="2026-05-31T21:30:00Z" day />)
    expect(html).toBe('<time datetime="2026-05-31T21:30:00Z">1 June 2026</time>')
  })

  test('of a day needs no zone', async () => {
    const html = await renderPage(
      samplePage('en'),
      <Time at={Temporal.PlainDate.from('2026-05-31')} style="short" />,
    )
    expect(html).toBe('<time datetime="2026-05-31">31 May 2026</time>')
  })
})

describe('a refusal', () => {
  test('is said in the reader’s language and takes them to it', async () => {
    const refusal = { reason: 'platform.vault.fileTooLarge', values: { megabytes: 20 } } as const
    const html = await renderPage(samplePage('en'), <Refused refusal={refusal} />)
    expect(html).toMatch(/class="alert [^>]*role="alert" tabindex="-1" autofocus=""[\s\S]*20/)
  })

  test('is not there where nothing was refused', async () => {
    expect(await renderPage(samplePage('en'), <Refused refusal={undefined} />)).toBe('')
  })
})
