import { failuresAmong } from './fuzz.ts';

const [documents = 0, seed = 0] = process.argv.slice(2).map(Number);
const start = performance.now();
const failures = failuresAmong(documents, seed);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
for (const failure of failures) console.error(failure);
const outcome = failures.length === 0 ? 'no failure' : `${failures.length} failures`;
console.log(`${documents} documents, seed ${seed}: ${outcome} in ${seconds} s`);
process.exitCode = failures.length === 0 ? 0 : 1;
