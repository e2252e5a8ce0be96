/**
 * The number of runs of a property: as given in `npm test`, FUZZ times as many in `npm run fuzz -- --properties`,
 * which also uses a new seed each time. A failure names its seed. `npm run mutation` runs it a few times per mutant.
 */
export function runs(usual: number): number {
  return Math.ceil(usual * factor);
}

/** One of this many is enough if everything runs for each of thousands of mutants. */
export const sampling = process.env['MUTATION'] ? 20 : 1;

const factor = Number(process.env['FUZZ'] || 1) / sampling;
