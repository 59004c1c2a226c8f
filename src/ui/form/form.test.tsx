import type { Child } from 'hono/jsx'
import { describe, expect, test } from 'vitest'
import '#platform/messages/index.ts'
import { samplePage } from '../gallery/sample-page.ts'
import { renderPage } from '../render.tsx'
import { CheckboxGroup, RadioGroup, SelectField } from './choice-fields.tsx'
import type { FormValues, Problem } from './context.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { LocalisedField } from './localised-field.tsx'
import { TextArea, TextField } from './text-fields.tsx'

const options = [
  { value: 'a', label: 'А' },
  { value: 'b', label: 'Б' },
]

const rendered = (
  child: Child,
  { problems = [], values = {} }: { problems?: Problem[]; values?: FormValues } = {},
) =>
  renderPage(
    samplePage(),
    <Form action="/x" problems={problems} values={values}>
      {child}
    </Form>,
  )

describe('a form', () => {
  test('escapes what was typed, in lines and in texts', async () => {
    const html = await rendered(
      <>
        <TextField name="title" label="Назва" />
        <TextArea name="about" label="Про" />
      </>,
      { values: { title: '"><script>', about: '</textarea><script>' } },
    )
    expect(html).not.toContain('<script>')
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"')
  })

  test('ties a field to its hint and its problem, and the summary to the field', async () => {
    const html = await rendered(<TextField name="mail" label="Пошта" hint="Для відповіді" required />, {
      problems: [{ field: 'mail', message: 'ui.nav.home' }],
    })
    expect(html).toContain('aria-describedby="field-mail-hint field-mail-problem" aria-invalid="true"')
    expect(html).toContain('id="field-mail-problem"')
    expect(html).toContain('<a href="#field-mail">')
  })

  test('says in the summary which field is meant where the words fit any', async () => {
    const html = await rendered(
      <>
        <TextField name="town" label="Місто" />
        <TextField name="why" label="Чому?" />
      </>,
      {
        problems: [
          { field: 'town', message: 'platform.form.missing' },
          { field: 'why', message: 'platform.form.missing' },
        ],
      },
    )
    expect(html).toContain('<a href="#field-town">Місто: це поле треба заповнити</a>')
    expect(html).toContain('<a href="#field-why">Чому? Це поле треба заповнити</a>')
    expect(html.match(/class="error-summary"/g)).toHaveLength(1)
  })

  test('gives the summary the focus, without JavaScript', async () => {
    const html = await rendered(null, { problems: [{ field: '', message: 'ui.nav.home' }] })
    expect(html).toMatch(
      /<div class="error-summary" id="field-problems" role="alert" tabindex="-1" autofocus/,
    )
  })

  test('has no summary without problems', async () => {
    expect(await rendered(<TextField name="mail" label="Пошта" />)).not.toContain('error-summary')
  })

  test('keeps what was chosen', async () => {
    const html = await rendered(
      <>
        <RadioGroup name="route" label="Шлях" options={options} />
        <CheckboxGroup name="fields" label="Напрями" options={options} />
        <SelectField name="region" label="Регіон" options={[{ label: 'Усі', options }]} />
      </>,
      { values: { route: 'b', 'fields[]': ['a'], region: 'a' } },
    )
    expect(html.match(/checked/g)).toHaveLength(2)
    expect(html).toMatch(/name="route" value="b" checked/)
    expect(html).toMatch(/name="fields\[\]" value="a" checked/)
    expect(html).toMatch(/<option value="a" selected/)
  })

  test('keeps a value that is not offered any more, when somebody can name it', async () => {
    const values = { values: { region: 'c' } }
    const select = (labelOf?: (value: string) => string) =>
      rendered(<SelectField name="region" label="Регіон" options={options} labelOf={labelOf} />, values)
    expect(await select(value => `Регіон ${value}`)).toMatch(/<option value="c" selected[^>]*>Регіон c</)
    expect(await select()).not.toContain('value="c"')
  })

  test('says where documents are taken that they name their author, beside the field', async () => {
    const html = await rendered(<FileField name="file" label="Файл" hint="До 20 МБ" accept=".pdf,.png" />)
    const said = /<p class="hint" id="field-file-traces">([^<]+)</.exec(html)?.[1]
    expect(said).toContain('PDF')
    expect(html).toContain('aria-describedby="field-file-hint field-file-traces"')
    expect(await rendered(<FileField name="list" label="Список" accept=".csv" />)).not.toContain('traces')
  })

  test('asks for a text in each language of the umbrella, the reader’s first, and in those given before', async () => {
    const html = await rendered(<LocalisedField name="name" label="Назва" />, {
      values: { 'name:rom': 'Romano drom' },
    })
    expect([...html.matchAll(/name="name:(\w+)"/g)].map(match => match[1])).toEqual(['uk', 'pl', 'en', 'rom'])
    expect(html).toContain('lang="rom"')
  })

  test('shows the problem of one language beside that language', async () => {
    const html = await rendered(<LocalisedField name="name" label="Назва" />, {
      problems: [{ field: 'name:pl', message: 'ui.nav.home' }],
    })
    expect(html).toContain('id="field-name-pl-problem"')
    expect(html).toContain('href="#field-name-pl"')
  })

  test('marks what is optional rather than what is required', async () => {
    expect(await rendered(<TextField name="a" label="А" required />)).not.toContain('class="optional"')
    expect(await rendered(<TextField name="a" label="А" />)).toContain('class="optional"')
  })
})
