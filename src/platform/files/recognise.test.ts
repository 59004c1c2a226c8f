import { describe, expect, test } from 'vitest'
import { docm, docx, elf, html, jpeg, odt, pdf, png, svg, webp, zip } from '#tests/file-samples.ts'
import { attachment } from './disposition.ts'
import { recognise, safeName } from './recognise.ts'

const text = (content: string) => new TextEncoder().encode(content)

describe('what is in a file', () => {
  test.each([
    ['application/pdf', pdf],
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx],
    ['application/vnd.oasis.opendocument.text', odt],
  ])('%s is told by its content, whatever its name says', async (type, bytes) => {
    expect(await recognise(bytes, 'harmless.txt')).toBe(type)
    expect(await recognise(bytes, 'evil.exe')).toBe(type)
  })

  test.each([
    ['a program', elf],
    ['an archive', zip],
    ['a document with macros', docm],
    ['a drawing that can hold scripts', svg],
    ['a text in an old encoding', Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2)],
    ['bytes without meaning', Uint8Array.of(1, 2, 3, 0, 255)],
  ])('%s is not taken, whatever its name says', async (_what, bytes) => {
    expect(await recognise(bytes, 'harmless.pdf')).toBeNull()
  })

  test('text is UTF-8 without control characters; the name tells a table from a text', async () => {
    expect(await recognise(text('назва;місто\r\nРада;Київ'), 'members.CSV')).toBe('text/csv')
    expect(await recognise(text('\ufeffПротокол\n\tпункт 1'), 'protocol.md')).toBe('text/plain')
    expect(await recognise(html, 'page.html')).toBe('text/plain')
  })
})

describe('the name of a file', () => {
  test.each([
    ['Протокол зборів №3.pdf', 'application/pdf', 'Протокол зборів №3.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\olena\\план.docx', 'application/pdf', 'план.docx.pdf'],
    ['photo.JPEG', 'image/jpeg', 'photo.jpeg'],
    ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.exe.pdf'],
    ['page.html', 'text/plain', 'page.html.txt'],
    ['a\u0000b\r\nc.csv', 'text/csv', 'abc.csv'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['a<b>:"c|?*.png', 'image/png', 'a_b___c___.png'],
    ['  ..  ', 'application/pdf', 'file.pdf'],
    ['', 'image/png', 'file.png'],
    ['.pdf', 'application/pdf', 'pdf.pdf'],
  ])('%j becomes safe', (name, type, safe) => {
    expect(safeName(name, type)).toBe(safe)
  })

  test('stays within what the database and file systems take', () => {
    const name = safeName(`${'ї'.repeat(500)}.pdf`, 'application/pdf')
    expect([...name]).toHaveLength(124)
    expect(name.endsWith('.pdf')).toBe(true)
  })

  test('stands in a header in any script, and cannot end the header', () => {
    expect(attachment('Звіт "1" (копія).pdf')).toBe(
      `attachment; filename="____ _1_ (_____).pdf"; filename*=UTF-8''%D0%97%D0%B2%D1%96%D1%82%20%221%22%20%28%D0%BA%D0%BE%D0%BF%D1%96%D1%8F%29.pdf`,
    )
    expect(attachment('a\r\nSet-Cookie: x.txt')).not.toMatch(/[\r\n]/)
  })
})
