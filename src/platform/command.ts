import type { Config } from '#platform/config.ts'
import type { Platform } from '#platform/platform.ts'

/** What a command stands on. */
export type CommandContext = {
  config: Config
  /**
   * The migrated database and what stands on it: that of a program running on the same data folder, or the embedded
   * server started for this command. Opened by the first call, closed after the command.
   */
  platform: () => Promise<Platform>
  /** A line for the person who runs the command, on stdout. */
  print: (line: string) => void
}

/**
 * A word (or two: `journal verify`) that `parasol` understands. `run` returns the exit code: 0 done, 1 a check failed.
 * For wrong use it throws OperatorProblem, or lets the error of `parseArgs` pass: one line on stderr, exit code 2.
 */
export type Command = {
  name: string
  summary: string
  /** What follows the name, for `--help`: `<slug> --coordinator <mail>`. */
  usage: string
  run(context: CommandContext, args: string[]): Promise<number>
}
