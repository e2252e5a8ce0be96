import fc from 'fast-check';
import { runs, sampling } from './runs.ts';

fc.configureGlobal({
  numRuns: runs(100),
  // No shrinking during mutation tests: the smallest document is not needed.
  endOnFailure: sampling > 1,
  // `npm test` uses the same documents each time, so that only a change of the code can break it.
  ...(process.env['FUZZ'] ? {} : { seed: 20_260_401 }),
});
