import fc from 'fast-check';
import { runs, sampling } from './runs.ts';

fc.configureGlobal({
  numRuns: runs(100),
  // Nobody asks for the smallest document that tells a mutant from the original.
  endOnFailure: sampling > 1,
  // `npm test` draws the same documents each time, so that a change is judged by what it changed.
  ...(process.env['FUZZ'] ? {} : { seed: 20_260_401 }),
});
