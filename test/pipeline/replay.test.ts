import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Change, readHistory } from '../../tools/replay/history.ts';
import { replay } from '../../tools/replay/review.ts';
import { rowOf, table } from '../../tools/replay/table.ts';
import { root } from './runner.ts';

const history = readHistory(join(root, 'test/agentbaker/hotfix-config-history.jsonl'));
const today = (changes: readonly Change[], date: string) => changes.map((change) => ({ ...change, date }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** For each change: what nodes had, what they have, and what the review says that they lose. */
function losses(changes: readonly Change[]): string[] {
  const brief = (text: string | null | undefined) => text?.replace(/\s+/g, '') ?? 'no file';
  return [...replay(folder, changes, { color: 'never' })].map(({ step, rules, findings }) => {
    const lost = rules.filter((rule) => rule === 'entry-removed' || rule === 'patch-lowered');
    for (const rule of lost) expect(findings).toContain(` ${rule} `);
    const change = `${step.change.date} ${brief(step.before.change?.text)} -> ${brief(step.change.text)}`;
    return [change, ...lost].join(': ');
  });
}

it('shows each step in a table: what it changes for nodes on record, and what a review says', () => {
  const [first, second] = [...replay(folder, history.slice(-2), { color: 'never' })].map(rowOf);
  const rows = table([first ?? [], second ?? []]).split('\n');
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  expect(rows[2]).toMatch(
    /^\| 2026-07-30 \| 9a697ce9a9 \| no file +\| .*202607\.29\.1.* \| 1 gained +\| - +\|$/,
  );
});

describe('review of every hotfix config that was ever committed upstream', () => {
  it('finds on its day each change that takes a hotfix from nodes, and no other', () => {
    expect(losses(history)).toEqual([
      '2026-04-24 no file -> {}',
      // Patch 0 upgrades no node, and the base is past its support window, so nothing is lost.
      '2026-04-27 {} -> {"version":"202504.27.0"}',
      '2026-04-27 {"version":"202504.27.0"} -> {}',
      '2026-04-27 {} -> {"version":"202504.27.0"}',
      '2026-05-07 {"version":"202504.27.0"} -> {}',
      '2026-07-13 {} -> {"scripts_version":"202607.13.1"}',
      '2026-07-21 {"scripts_version":"202607.13.1"} -> {}: entry-removed',
      '2026-07-21 {} -> {}',
      '2026-07-22 {} -> {"version":"202607.20.1"}',
      '2026-07-22 {"version":"202607.20.1"} -> {"version":"202607.20.1"}',
      '2026-07-22 {"version":"202607.20.1"} -> {"version":"202607.20.1"}',
      '2026-07-28 {"version":"202607.20.1"} -> {"version":"202607.20.2"}',
      '2026-07-30 {"version":"202607.20.2"} -> {"scripts_version":"202607.29.1"}: entry-removed',
      '2026-07-30 {"scripts_version":"202607.29.1"} -> {"scripts_version":"202607.29.1"}',
    ]);
  }, 60_000);

  it('finds each of them undone', () => {
    const undone = [...new Map(history.map((change) => [change.text, change])).values()].reverse();
    expect(losses(today(undone, '2026-07-31'))).toEqual([
      '2026-07-31 no file -> {"scripts_version":"202607.29.1"}',
      '2026-07-31 {"scripts_version":"202607.29.1"} -> {"version":"202607.20.2"}: entry-removed',
      '2026-07-31 {"version":"202607.20.2"} -> {"version":"202607.20.1"}: patch-lowered',
      '2026-07-31 {"version":"202607.20.1"} -> {"scripts_version":"202607.13.1"}: entry-removed',
      '2026-07-31 {"scripts_version":"202607.13.1"} -> {"version":"202504.27.0"}: entry-removed',
      '2026-07-31 {"version":"202504.27.0"} -> {}',
    ]);
  }, 60_000);

  it.each([
    ['2027-01-20', 'entry-removed'],
    ['2027-01-21', undefined],
  ])('finds the file deleted while the images are supported: on %s %s', (date, rule) => {
    const config = history.findLast(({ text }) => text?.includes('202607.20.2')) ?? expect.unreachable();
    const changes = today([config, { ...config, text: null }], date);
    const deletion = `${date} {"version":"202607.20.2"} -> no file`;
    expect(losses(changes).at(-1)).toBe(rule ? `${deletion}: ${rule}` : deletion);
  });
});
