/**
 * How often a property is tried: as often as it says in `npm test`, FUZZ times as often in `npm run fuzz`, which also
 * draws anew each time. What fails there is named by its seed.
 */
export function runs(usual: number): number {
  return usual * factor;
}

const factor = Number(process.env['FUZZ'] || 1);
