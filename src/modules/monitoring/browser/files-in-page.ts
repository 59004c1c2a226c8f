import type { Problem } from '#platform/http/form.ts'
import { largestFile, mostFiles } from '../report/seal-report.ts'
import { part } from './parts.ts'

const problem = (message: Problem['message'], values?: Problem['values']): Problem => ({
  field: 'file',
  message,
  values,
})

/** Takes files in, and says which could not be. */
export function takeFiles(files: File[], chosen: Iterable<File>): Problem[] {
  const problems = new Map<string, Problem>()
  for (const file of chosen) {
    const refused =
      files.length >= mostFiles
        ? problem('monitoring.report.files.tooMany', { most: mostFiles })
        : file.size > largestFile
          ? problem('platform.vault.fileTooLarge', { megabytes: largestFile / 1024 / 1024 })
          : file.size === 0
            ? problem('platform.vault.fileEmpty')
            : null
    if (refused) problems.set(refused.message, refused)
    else files.push(file)
  }
  return [...problems.values()]
}

/** Lists the files that were chosen, each with a button that takes it out again. */
export function listFiles(host: HTMLElement, files: File[]): void {
  const rows = files.map(file => {
    const row = part(host, 'file')
    row.querySelector('bdi')!.textContent = file.name
    row.querySelector('button')!.addEventListener('click', () => {
      files.splice(files.indexOf(file), 1)
      listFiles(host, files)
    })
    return row
  })
  host.querySelector('[data-list=files]')?.replaceChildren(...rows)
}
