import { describe, expect, it } from 'vitest';
import { ancestorsOf, mergeBases, randomHistory } from '../support/histories/history.ts';
import { expectedOf, judgeHistories } from '../support/histories/judged.ts';
import { runs } from '../support/runs.ts';

/** Numbers of a fixed start, so that `npm test` checks the same histories each time. */
const histories = Array.from({ length: 500 }, (_, i) => randomHistory(i + 1));

describe('random histories of a hotfix branch', () => {
  it('are judged by what nodes lose: each loss is found, none is invented, and check and diff agree', async () => {
    const { losses, misjudged } = await judgeHistories(runs(50), 1);
    expect(misjudged).toEqual([]);
    expect(losses).toBeGreaterThan(0);
  });

  it('have losses of every kind, and ends without one', () => {
    const kinds = histories.map((history) => expectedOf(history).map((one) => one.replace(/ .*/, '')));
    expect(new Set(kinds.flat())).toEqual(
      new Set([
        'entry-removed/binary',
        'entry-removed/scripts',
        'entry-removed/accepted',
        'entry-removed/unreadable',
        'entry-removed/unreadable-more',
        'patch-lowered/binary',
        'patch-lowered/accepted',
        'payload-removed/lost',
        'payload-removed/accepted',
        'scripts-payload/no-payload',
        'scripts-payload/no-gate',
        'scripts-payload/no-config',
      ]),
    );
    const fine = kinds.filter((found) => found.length === 0).length;
    expect(fine).toBeGreaterThan(50);
    expect(fine).toBeLessThan(450);
  });

  it('have merges, squashes, reverts, branches and several merge bases', () => {
    const made = new Set(histories.flatMap(({ commits }) => commits.map((commit) => commit.made)));
    expect(made).toEqual(new Set(['start', 'edit', 'merge', 'squash', 'revert']));
    const apart = histories.filter(({ head, base }) => !ancestorsOf(head).has(base));
    expect(apart.length).toBeGreaterThan(50);
    expect(histories.some(({ head, base }) => mergeBases(head, base).length > 1)).toBe(true);
  });
});
