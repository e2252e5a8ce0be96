import { expect, it } from 'vitest';
import { oneAtATime } from '../../server/src/lsp/one-at-a-time.ts';

it('A hundred requests during a run cause one more run, never two at a time', async () => {
  let [atOnce, most, rounds] = [0, 0, 0];
  let release = () => {};
  const work = oneAtATime(async () => {
    rounds += 1;
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    atOnce -= 1;
  });
  const asked = Array.from({ length: 100 }, () => work());
  release();
  await new Promise((resolve) => setImmediate(resolve));
  expect(rounds).toBe(2);
  release();
  await Promise.all(asked);
  expect([rounds, most]).toEqual([2, 1]);
  const later = work();
  release();
  await later;
  expect(rounds).toBe(3);
});

it('A request after the run starts another one, also directly after it', async () => {
  for (let moment = 0; moment < 10; moment++) {
    let rounds = 0;
    const work = oneAtATime(async () => {
      rounds += 1;
    });
    void work();
    for (let i = 0; i < moment; i++) await undefined;
    await work();
    expect(rounds, `after ${moment} steps`).toBe(2);
  }
});
