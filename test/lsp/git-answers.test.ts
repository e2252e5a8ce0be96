import { expect, it } from 'vitest';
import { GitAnswers } from '../../server/src/lsp/git-answers.ts';

const repository = 'file:///repo/';

it('A tag or commit made while the editor is open counts after a minute, and git is not asked more often', async () => {
  const [tags, found] = [['v0.20260720.1'], [] as string[]];
  let [now, calls] = [0, 0];
  const answers = new GitAnswers(
    async () => {
      calls++;
      return tags.join();
    },
    (a, b) => a === b,
    () => found.push('found'),
    () => now,
  );
  await answers.complete(repository);
  tags.push('v0.20260720.2');
  now = 59_000;
  await answers.complete(repository);
  expect([calls, answers.of(repository), found.length]).toEqual([1, 'v0.20260720.1', 1]);
  now = 60_000;
  await answers.complete(repository);
  expect([calls, answers.of(repository), found.length]).toEqual([2, 'v0.20260720.1,v0.20260720.2', 2]);
  answers.expire();
  await answers.complete(repository);
  expect([calls, found.length]).toEqual([3, 2]);
});

it('An answer that fails leaves the last one, and a file that was closed meanwhile has none', async () => {
  let fails = false;
  const answers = new GitAnswers(
    async () => {
      if (fails) throw new Error('git failed');
      return 'answer';
    },
    (a, b) => a === b,
    () => {},
  );
  await answers.complete(repository);
  fails = true;
  answers.expire();
  await answers.complete(repository);
  expect(answers.of(repository)).toBe('answer');
  const closed = answers.complete('file:///repo/closed.json');
  answers.forget('file:///repo/closed.json');
  await closed;
  expect(answers.of('file:///repo/closed.json')).toBeUndefined();
});
