/** Whether the long forms are asked for, as `npm run nightly` does. */
export const isNightly = process.env['MEIPI_NIGHTLY'] === '1';

/** How much of something a test does: little in every run, much at night. */
export function scaled(short: number, long: number): number {
  return isNightly ? long : short;
}

/** The seed of random tests: the one that a failure printed, in `MEIPI_SEED`, or the usual one. */
export function chosenSeed(usual: number): number {
  const given = Number(process.env['MEIPI_SEED']);
  return Number.isInteger(given) && given > 0 ? given : usual;
}
