/**
 * Something the person who runs the program has to put right: a setting, a folder, a server, a wrong word on the command
 * line. `lines` are printed on stderr as they are, one problem a line, each saying what to do; the exit code is 2.
 */
export class OperatorProblem extends Error {
  readonly lines: readonly string[]

  constructor(...lines: string[]) {
    super(lines.join('\n'))
    this.name = 'OperatorProblem'
    this.lines = lines
  }
}
