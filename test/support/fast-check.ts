import fc from 'fast-check';
import { runs } from './runs.ts';

/** `npm test` draws the same documents each time, so that a change is judged by what it changed. */
fc.configureGlobal({ numRuns: runs(100), ...(process.env['FUZZ'] ? {} : { seed: 20_260_401 }) });
