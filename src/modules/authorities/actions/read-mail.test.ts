import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openAnsweringOffice } from '#tests/answering-office.ts'
import { docm, elf, html, pdf, zip } from '#tests/file-samples.ts'
import { readArrived, sendMail } from '#tests/incoming-desk.ts'

const office = await openAnsweringOffice()
const { platform, receiver, answer, deliver, kept, messages } = office

beforeEach(async () => {
  await office.write()
})
afterAll(office.close)

describe('what is hostile in a mail harms nobody', () => {
  const bomb = Buffer.concat([Buffer.from(zip), Buffer.alloc(100_000)])

  test('files are what their content says, under names that hide nothing; the rest stays in the whole mail', async () => {
    const files: [string, Uint8Array][] = [
      ['../../etc/passwd', Buffer.from('root')],
      ['invoice\u202efdp.exe', pdf],
      ['page.html', html],
      ['virus.pdf', elf],
      ['macros.docx', docm],
      ['bomb.zip', bomb],
    ]
    const attachments = files.map(([filename, content]) => ({ filename, content: Buffer.from(content) }))
    await sendMail(receiver, answer({ attachments }))
    await readArrived(platform)
    const [mail] = await kept()
    expect(mail!.files.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'passwd.txt text/plain',
      expect.stringMatching(/^invoice.*\.pdf application\/pdf$/),
      'page.html.txt text/plain',
    ])
    expect(mail!.files[1]!.name).not.toContain('\u202e')
    expect(mail!.remarks.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'fileNotKept virus.pdf',
      'fileNotKept macros.docx',
      'fileNotKept bomb.zip',
    ])
    expect(mail!.raw.toString()).toContain(Buffer.from(elf).toString('base64').slice(0, 20))
  })

  test.each([
    ['bytes without meaning', Buffer.from([0, 1, 2, 58, 255, 254, 13, 10, 13, 10, 0, 255])],
    [
      'five hundred parts in each other',
      Buffer.from(
        Array.from(
          { length: 500 },
          (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
        ).join(''),
      ),
    ],
    ['noughts', Buffer.from('Subject: a\0b\r\nMessage-ID: <\0>\r\nFrom: \0 <a\0@b.example>\r\n\r\nx\0y')],
  ])('%s: kept byte for byte', async (_what, raw) => {
    await deliver(raw)
    await readArrived(platform)
    const [mail] = await kept()
    expect(mail!.status).toBe('delivered')
    expect(mail!.raw.subarray(0, raw.length).equals(raw)).toBe(true)
    expect(await messages()).toHaveLength(1)
  })

  test('ten thousand files: fifty are kept as files', async () => {
    const files = Array.from(
      { length: 10_000 },
      (_, n) => `--b\r\nContent-Disposition: attachment; filename=${n}.txt\r\n\r\n${n}\r\n`,
    )
    await deliver(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${files.join('')}--b--`)
    await readArrived(platform)
    const [mail] = await kept()
    expect(mail!.files).toHaveLength(50)
    expect(mail!.remarks.map(({ kind }) => kind)).toEqual(['noText', 'tooManyFiles'])
  })

  test('a text in an old encoding that the mail does not name is read, and the record says so', async () => {
    const koi8 = Buffer.from([
      0xfb, 0xc1, 0xce, 0xcf, 0xd7, 0xce, 0xa6, 0x20, 0xcb, 0xcf, 0xcc, 0xc5, 0xc7, 0xc9,
    ])
    await deliver(Buffer.concat([Buffer.from('Subject: x\r\nContent-Type: text/plain\r\n\r\n'), koi8]))
    await readArrived(platform)
    expect((await kept())[0]).toMatchObject({
      text: 'Шановні колеги',
      remarks: [{ kind: 'charsetMissing', charset: 'koi8-u' }],
    })
  })
})
