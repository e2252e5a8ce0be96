/**
 * How often a property is tried: as often as it says in `npm test`, FUZZ times as often in `npm run fuzz -- --properties`,
 * which also draws anew each time. What fails there is named by its seed. `npm run mutation` tries it a few times for each mutant.
 */
export function runs(usual: number): number {
  return Math.ceil(usual * factor);
}

/** One of so many is enough where everything is tried for each of thousands of mutants. */
export const sampling = process.env['MUTATION'] ? 20 : 1;

const factor = Number(process.env['FUZZ'] || 1) / sampling;
