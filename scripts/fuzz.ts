import { spawnSync } from 'node:child_process';

// `npm run fuzz -- 100` tries every property a hundred times as often as `npm test`, on documents drawn anew.
const [factor = '20'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(factor)) {
  console.error(`"${factor}" is no number of times; try: npm run fuzz -- 100`);
  process.exit(2);
}
const { status } = spawnSync(
  'vitest',
  ['run', '--project', 'unit', '--project', 'built', '--project', 'measuring', '--testTimeout', '0'],
  { shell: true, stdio: 'inherit', env: { ...process.env, FUZZ: factor } },
);
process.exitCode = status ?? 1;
