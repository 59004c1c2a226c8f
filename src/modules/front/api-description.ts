import type { OpenAPIHono } from '@hono/zod-openapi'

export type ApiDescription = ReturnType<OpenAPIHono['getOpenAPI31Document']>

type Schema = {
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  $ref?: string
}

export type Described = { name: string; type: string; description: string }
export type Operation = {
  id: string
  method: string
  path: string
  summary: string
  parameters: Described[]
  fields: Described[]
}

function resolve(description: ApiDescription, schema: Schema | undefined): Schema {
  const name = schema?.$ref?.split('/').at(-1)
  const named = name
    ? (description.components?.schemas as Record<string, Schema> | undefined)?.[name]
    : undefined
  return named ?? schema ?? {}
}

function typeOf(description: ApiDescription, schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.enum) return schema.enum.join(' | ')
  if (schema.type === 'array') return `${typeOf(description, schema.items ?? {})}[]`
  return [schema.type].flat().filter(Boolean).join(' | ') + (schema.format ? ` (${schema.format})` : '')
}

// One level below the answer and below its lists: enough to use it, the rest is in the description itself.
function fieldsOf(description: ApiDescription, schema: Schema, prefix = '', depth = 0): Described[] {
  const whole = resolve(description, schema)
  return Object.entries(whole.properties ?? {}).flatMap(([name, field]) => {
    const here = {
      name: prefix + name,
      type: typeOf(description, field),
      description: field.description ?? '',
    }
    const inner = field.type === 'array' ? (field.items ?? {}) : field
    return depth < 1 ? [here, ...fieldsOf(description, inner, `${prefix}${name}.`, depth + 1)] : [here]
  })
}

type Raw = {
  summary?: string
  parameters?: { name: string; description?: string; schema?: Schema }[]
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
}

/** The operations of an OpenAPI description as a reader wants them: flat, in order of their paths. */
export function operationsOf(description: ApiDescription): Operation[] {
  return Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Raw>).map(([method, raw]) => ({
      id: `${method}${path.replace(/[^a-z]+/gi, '-')}`.replace(/-$/, ''),
      method: method.toUpperCase(),
      path: `/api/v1${path}`,
      summary: raw.summary ?? '',
      parameters: (raw.parameters ?? []).map(({ name, description: text, schema }) => ({
        name,
        type: typeOf(description, schema ?? {}),
        description: text ?? schema?.description ?? '',
      })),
      fields: fieldsOf(description, Object.values(raw.responses?.['200']?.content ?? {})[0]?.schema ?? {}),
    })),
  )
}
