/** Something the user can mend: one line on standard error and the exit code that goes with it. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode = 2,
  ) {
    super(message);
    this.name = 'Failure';
  }
}
