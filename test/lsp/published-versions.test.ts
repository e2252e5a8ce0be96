import { expect, it } from 'vitest';
import { PublishedVersions } from '../../server/src/lsp/published-versions.ts';

it('A git tag made while the editor is open counts after a minute, and git is not asked more often', async () => {
  const [tags, found] = [['v0.20260720.1'], [] as string[]];
  let [now, calls] = [0, 0];
  const git = {
    atRevision: async () => ({ problem: 'not asked' }),
    tags: async () => {
      calls++;
      return [...tags];
    },
  };
  const versions = new PublishedVersions(
    () => git,
    () => found.push('found'),
    () => now,
  );
  await versions.complete('file:///repo/');
  tags.push('v0.20260720.2');
  now = 59_000;
  await versions.complete('file:///repo/');
  expect([calls, versions.in('file:///repo/'), found]).toEqual([1, ['202607.20.1'], ['found']]);
  now = 60_000;
  await versions.complete('file:///repo/');
  expect([calls, versions.in('file:///repo/')]).toEqual([2, ['202607.20.1', '202607.20.2']]);
  expect(found).toHaveLength(2);
});
