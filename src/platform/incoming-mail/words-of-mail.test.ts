import { describe, expect, test } from 'vitest'
import { readMail } from './reading.ts'
import { mostFiles, readWords } from './words-of-mail.ts'

const read = (...lines: (string | Buffer)[]) =>
  readWords(Buffer.concat(lines.flatMap(line => [Buffer.from(line), Buffer.from('\r\n')])))

const part = (boundary: string, ...lines: string[]) => [`--${boundary}`, ...lines]

describe('the words of a mail', () => {
  test('of alternatives are the plain ones', async () => {
    const words = await read(
      ...[
        'From: "O. Office" <Office@Body.Example>',
        'Subject: =?windows-1251?B?wvPkz+7i5OA=?=',
        'Message-ID: <1@x>',
      ],
      ...['Content-Type: multipart/alternative; boundary=b', ''],
      ...part('b', 'Content-Type: text/plain; charset=utf-8', '', 'Вітаємо', ''),
      ...part('b', 'Content-Type: text/html; charset=utf-8', '', '<p>Other</p>', '--b--'),
    )
    expect(words).toMatchObject({
      ...{ fromName: 'O. Office', fromAddress: 'office@body.example', messageId: '<1@x>', text: 'Вітаємо' },
      ...{ automatic: false, remarks: [], files: [] },
    })
  })

  test('of HTML are its text: nothing to run, to fetch, to hide', async () => {
    const { text, remarks } = await read(
      ...['Content-Type: text/html; charset=utf-8', ''],
      '<html><head><title>T</title><style>p{color:red}</style></head><body onload="x()"><p>Добрий <b>день</b></p>',
      '<script>alert(1)</script><img src="http://spy.example/1.png"><!-- hidden --><div>1 &lt; 2 &amp; 3</div></body></html>',
    )
    expect(text).toMatch(/^Добрий день\s+1 < 2 & 3$/)
    expect(remarks).toEqual([{ kind: 'fromHtml' }])
  })

  test('of HTML that says its encoding in itself are read by it', async () => {
    const body = Buffer.concat([
      Buffer.from('<html><head><meta charset="koi8-u"></head><body>'),
      Buffer.from([0xfb, 0xc1, 0xce, 0xcf, 0xd7, 0xce, 0xa6]),
    ])
    expect((await read('Content-Type: text/html', '', body)).text).toBe('Шановні')
  })

  test('lose what cannot be seen, and no line of them ends a line of ours', async () => {
    const words = await read(
      'From: =?utf-8?B?QQ0KQmNjOiBi?= <a@b.example>',
      'Subject: =?utf-8?Q?one=0D=0ABcc:_victim@x.example=00?= =?utf-8?B?4oCuZ3Bq?=',
      ...['Content-Type: text/plain; charset=utf-8', '', 'a\0b\u202ec\u0007', '\u2028next'],
    )
    expect(words.subject).toBe('one Bcc: victim@x.example gpj')
    expect(words.fromName).toBe('A Bcc: b')
    expect(words.text).toMatch(/^abc\n+next$/)
    expect(words.text).toContain('next')
  })

  test('stand in headers too that an old program wrote without saying how', async () => {
    const subject = Buffer.from([0xc2, 0xb3, 0xe4, 0xef, 0xee, 0xe2, 0xb3, 0xe4, 0xfc])
    const words = await read(
      Buffer.concat([Buffer.from('Subject: '), subject]),
      ...['From: a@b.example', 'Content-Type: text/plain', '', 'x'],
    )
    expect(words.subject).toBe('Відповідь')
    expect(words.remarks).toEqual([{ kind: 'charsetMissing', charset: 'windows-1251' }])
  })

  test.each([
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'X-Autoreply: yes',
    'List-Id: <news.example>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
  ])('are those of a machine after %j', async header => {
    expect((await read(header, '', 'x')).automatic).toBe(true)
  })

  test('are those of a person where it says so', async () => {
    expect((await read('Auto-Submitted: no', '', 'x')).automatic).toBe(false)
  })

  test('are cut where they do not end, and the first files of many are kept', async () => {
    const long = await read('Content-Type: text/plain; charset=utf-8', '', 'ї'.repeat(150_000))
    expect([...long.text]).toHaveLength(100_000)
    expect(long.remarks).toEqual([{ kind: 'textCut' }])
    const files = Array.from({ length: 60 }, (_, n) =>
      part('b', 'Content-Disposition: attachment; filename=a.txt', '', `file ${n}`),
    ).flat()
    const many = await read('Content-Type: multipart/mixed; boundary=b', '', ...files, '--b--')
    expect(many.files).toHaveLength(mostFiles)
    expect(many.remarks).toEqual([{ kind: 'noText' }, { kind: 'tooManyFiles' }])
  })

  test('have one fingerprint whatever way the mail came', async () => {
    const [one, other] = await Promise.all(
      ['Received: by a', 'Received: by b'].map(way => read(way, 'Message-ID: <1@x>', '', 'The same')),
    )
    expect(one!.bodySha256).toBe(other!.bodySha256)
  })
})

describe('in a process of its own', () => {
  const nested = Array.from({ length: 500 }, (_, n) => [
    `Content-Type: multipart/mixed; boundary=b${n}`,
    '',
    `--b${n}`,
  ]).flat()

  test('a mail that nests five hundred parts is unreadable but for its headers', async () => {
    const raw = ['Subject: Deep', 'From: a@b.example', ...nested, '', 'x'].join('\r\n')
    const words = await readMail(Buffer.from(raw))
    expect(words).toMatchObject({
      ...{ subject: 'Deep', fromAddress: 'a@b.example', text: '', files: [] },
      remarks: [{ kind: 'unreadable' }],
    })
  })

  test.each([
    ['nothing that means anything', Buffer.from([0, 0, 58, 13, 10, 255, 254, 10, 13, 10, 0])],
    ['a boundary that never comes', Buffer.from('Content-Type: multipart/mixed; boundary="\r\n\r\nx')],
    ['a base64 that is none', Buffer.from('Content-Transfer-Encoding: base64\r\n\r\n=====%%%')],
    ['one byte', Buffer.from('x')],
  ])('%s harms nobody', async (_what, raw) => {
    const words = await readMail(raw)
    expect(words.files).toEqual([])
    expect(words.bodySha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('ten thousand parts are read to the hundredth', async () => {
    const parts = Array.from(
      { length: 10_000 },
      (_, n) => `--b\r\nContent-Type: text/plain\r\n\r\npart ${n}\r\n`,
    )
    const raw = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--`
    const words = await readMail(Buffer.from(raw))
    expect(words.text).toContain('part 99')
    expect(words.text).not.toContain('part 100')
    expect(words.remarks).toEqual([{ kind: 'textCut' }])
  })

  test('a mail that takes too long is kept as unreadable', async () => {
    expect((await readMail(Buffer.from('Subject: x\r\n\r\ny'), undefined, 0)).remarks).toEqual([
      { kind: 'unreadable' },
    ])
  })
})
