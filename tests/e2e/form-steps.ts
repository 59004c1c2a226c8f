import type { Page } from 'playwright-core'
import { sound } from './journey.ts'

/** Fills the form of the page by the names of its fields, sends it, and looks whether what comes is sound. */
export async function sendForm(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`)
    const tag = await field.first().evaluate(element => `${element.tagName} ${element.getAttribute('type')}`)
    if (tag.startsWith('SELECT')) await field.selectOption(value)
    else if (tag.endsWith('radio') || tag.endsWith('checkbox'))
      await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else await field.fill(value)
  }
  const form = page.locator('main form:has(.btn-primary)').last()
  await Promise.all([page.waitForNavigation(), form.locator('.btn-primary[type=submit]').click()])
  await sound(page)
}
