import { expect } from 'vitest'
import type { Coalition, Present } from './coalition.ts'
import { article } from './monitor-desk.ts'

type Fields = Record<string, string | string[]>

/** A whole coding as a form posts it. */
const coding = (over: Fields = {}): Fields => ({
  layer: 'C',
  'types[]': ['ASS', 'THR'],
  'biases[]': ['ROMA'],
  'bias_indicators[]': ['WORDS'],
  severity: '3',
  intent: 'finish',
  ...over,
})

/** What monitors do in one coalition, step by step. */
export function incidentSteps({ slug }: Coalition) {
  const at = (path: string) => `/en/${slug}${path}`

  async function done(answer: Response | Promise<Response>): Promise<string> {
    const { status, headers } = await answer
    expect(status).toBe(303)
    return headers.get('location')!
  }

  return {
    at,
    done,
    /** Records something published. Returns the incident's code. */
    async recorded(who: Present, over: Record<string, string> = {}): Promise<string> {
      const location = await done(who.browser.post(at('/incidents'), article({ anyway: 'yes', ...over })))
      return /incidents\/([0-9a-z]{10})/.exec(location)![1]!
    },
    codes: (who: Present, code: string, over: Fields = {}) =>
      who.browser.post(at(`/incidents/${code}/coding`), coding(over)),
    page: async (who: Present, path: string) => (await who.browser.get(at(path))).text(),
  }
}
