import { expect, it } from 'vitest';
import { Payload } from '../../server/src/model/index.ts';
import { around, begin, end, scriptIn } from '../support/payload.ts';

it.each([
  ['scripts', (size: number) => `${scriptIn('one')}\n`.repeat(size / 100)],
  ['one line', (size: number) => '{{GetVariableProperty "cloudInitData" "one"}}'.repeat(size / 46)],
  ['blanks', (size: number) => `\n${' '.repeat(size)}`],
  ['blanks in a call', (size: number) => `GetVariableProperty${' '.repeat(size)}`],
  ['comments', (size: number) => '{{/*'.repeat(size / 4)],
  ['marker lines', (size: number) => `${begin}\n`.repeat(size / 45)],
])('A payload of 5 MB takes about as long as ten of a tenth: %s', (_, content) => {
  const time = (text: string, times: number) => {
    const start = process.cpuUsage();
    for (let i = 0; i < times; i++) new Payload(text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const sized = (size: number) => around([begin, content(size), end].join('\n'));
  const [small, large] = [sized(500_000), sized(5_000_000)];
  time(small, 2);
  // Quadratic work would take ten times as long.
  expect(time(large, 1)).toBeLessThan(5 * time(small, 10) + 100_000);
});
