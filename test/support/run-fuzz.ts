import { failuresAmong, mostFailures } from './fuzz.ts';

const [documents = 0, seed = 0] = process.argv.slice(2).map(Number);
const start = performance.now();
const failures = failuresAmong(documents, seed);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
for (const failure of failures) console.error(failure);
const count = failures.length === mostFailures ? `the first ${mostFailures}` : failures.length;
const outcome = count === 0 ? 'no failure' : `${count} failures`;
console.log(`${documents} documents, seed ${seed}: ${outcome} in ${seconds} s`);
process.exitCode = failures.length === 0 ? 0 : 1;
