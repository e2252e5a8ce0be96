import { describe, expect, it } from 'vitest';
import { cellWith, pictureOf } from '../../coverage-view/src/picture.ts';
import { Answering, manyVersions } from '../support/coverage.ts';

const known = [
  { version: '202512.18.0', images: ['Ubuntu 22.04 gen2'] },
  { version: '202604.01.0', images: ['Ubuntu 22.04 gen2', 'Azure Linux v3 gen2'] },
  { version: '202604.01.3', images: ['Azure Linux v3 gen2'] },
  { version: '202605.30.0', images: ['Ubuntu 22.04 gen2'] },
];
const server = new Answering(known);
const config =
  '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "v202605.30.1", "202606.31": "202606.31.1" } }';

/** The picture as lines: the day of each base and the text of each of its marks. */
function lines(text: string, image: string | null = null): string[] {
  const { years, undated } = pictureOf(server.coverage(text), image);
  const dated = years.flatMap(({ year, months }) =>
    months.flatMap(({ month, cells }) => cells.map((cell) => ({ at: `${year}-${month}`, cell }))),
  );
  return [...dated, ...undated.map((cell) => ({ at: 'undated', cell }))].map(
    ({ at, cell }) =>
      `${at} ${cell.day}: ${cell.marks.map(({ patch, sign }) => `${patch} ${sign}`).join(', ')}`,
  );
}

describe('the picture of a config', () => {
  it('has each base in its month, the newest year first', () => {
    expect(lines(config)).toEqual([
      '2026-4 01: 0 upgrades, 3 already-there',
      '2026-5 30: 0 void',
      '2026-6 31:  unknown',
      '2025-12 18: 0 not-listed',
    ]);
  });

  it('has all twelve months of a year', () => {
    const [year] = pictureOf(server.coverage(config), null).years;
    expect(year?.months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(year).toMatchObject({ year: '2026', baked: 3, upgrading: 1 });
  });

  it('separates bases with an invalid month', () => {
    expect(lines('{ "hotfixes": { "202613.01": "202613.01.1" } }').at(-1)).toBe('undated 01:  unknown');
  });

  it('counts each sign', () => {
    expect(pictureOf(server.coverage(config), null).totals).toEqual({
      outcomes: {
        upgrades: 1,
        'already-there': 1,
        'not-listed': 1,
        cannot: 0,
        unclear: 0,
        void: 1,
        unreadable: 0,
      },
      baked: 4,
      unknownBases: 1,
      scripts: 0,
    });
  });

  it('counts the baked versions whose scripts upgrade', () => {
    const { totals } = pictureOf(server.coverage('{ "scripts_version": "202604.01.5" }'), null);
    expect(totals).toMatchObject({ scripts: 2, outcomes: { upgrades: 0, 'not-listed': 4 } });
  });

  it('shows the baked versions of one image, and the bases that only the config names', () => {
    expect(lines(config, 'Azure Linux v3 gen2')).toEqual([
      '2026-4 01: 0 upgrades, 3 already-there',
      '2026-6 31:  unknown',
    ]);
    expect(pictureOf(server.coverage(config), 'Ubuntu 22.04 gen2').totals.baked).toBe(3);
  });

  it('shows that every node stays as baked when the file is unreadable', () => {
    const { totals } = pictureOf(server.coverage('{ "hotfixes": '), null);
    expect(totals.outcomes).toMatchObject({ unreadable: 4, upgrades: 0 });
  });

  it('says why nodes cannot read a file that only an editor can read', () => {
    const coverage = server.coverage(config, 'utf16le');
    expect(pictureOf(coverage, null).totals.outcomes).toMatchObject({ unreadable: 4, upgrades: 0 });
    expect(coverage.problem?.message).toContain('utf16le');
    const { steps, upgrade } = server.nodeSteps(config, '202604.01.0', 'utf16le').binary;
    expect(upgrade).toBe(false);
    expect(steps.map(({ text }) => text)).toEqual([expect.stringContaining('utf16le')]);
  });

  it('loses none of 300 baked versions', () => {
    const { totals, years } = pictureOf(new Answering(manyVersions(300)).coverage('{}'), null);
    expect(totals.baked).toBe(300);
    expect(years.reduce((sum, { baked }) => sum + baked, 0)).toBe(300);
  });
});

describe('one baked version', () => {
  it('is found with its base, even if the picture is limited', () => {
    expect(cellWith(server.coverage(config), '202605.30.0')?.cell.base).toBe('202605.30');
    expect(cellWith(server.coverage(config), '202606.31.0')?.mark.sign).toBe('unknown');
    expect(cellWith(server.coverage(config), '202605.30.7')).toBeUndefined();
  });
});
