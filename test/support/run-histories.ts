import { judgeHistories } from './histories/judged.ts';

const [histories = 0, seed = 0] = process.argv.slice(2).map(Number);
const start = performance.now();
const { losses, misjudged } = await judgeHistories(histories, seed);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
for (const { seed: one, missed, invented, disputed } of misjudged)
  console.error(
    `seed ${one}: missed [${missed.join('; ')}], invented [${invented.join('; ')}], in check or diff alone [${disputed.join('; ')}]`,
  );
const outcome = misjudged.length === 0 ? 'no failure' : `${misjudged.length} failures`;
console.log(`${histories} histories with ${losses} losses, seed ${seed}: ${outcome} in ${seconds} s`);
process.exitCode = misjudged.length === 0 ? 0 : 1;
