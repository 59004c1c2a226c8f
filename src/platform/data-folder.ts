import { chmod, mkdir, realpath } from 'node:fs/promises'
import { OperatorProblem } from '#platform/operator-problem.ts'

/**
 * Makes the data folder where it is missing, closed to other users, and returns its real path. Root hands PostgreSQL to
 * another user: that one may pass through to what is its own and see nothing of the rest. Throws OperatorProblem.
 */
export async function makeDataFolder(path: string): Promise<string> {
  try {
    const made = await mkdir(path, { recursive: true })
    if (made !== undefined) await chmod(path, process.getuid?.() === 0 ? 0o711 : 0o700)
    return await realpath(path)
  } catch (error) {
    throw new OperatorProblem(
      `The data folder ${path} cannot be made (${(error as NodeJS.ErrnoException).code}): set PARASOL_DATA to a folder you may write to.`,
    )
  }
}
