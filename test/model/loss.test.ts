import { describe, expect, it } from 'vitest';
import { Analysis, Catalogue, lossesBetween } from '../../server/src/model/index.ts';
import { differencesBetween } from '../../server/src/service/answers/difference.ts';
import { fromSetting } from '../../server/src/service/catalogue/discovery.ts';

// Images of the first one install any version, without a comparison, and do not read the map.
const catalogue = new Catalogue(
  [['202604.24.0', 'selfupdate'] as const, ['202608.06.1', 'current'] as const].flatMap(
    ([version, controller]) => fromSetting({ version, controller }, []),
  ),
);

/** The losses of a check, and the bases of those that a diff shows. */
function lost(before: string, after: string) {
  const [was, is] = [before, after].map((text) => new Analysis(text).readings);
  if (!was || !is) throw new Error('No text.');
  const checked = lossesBetween(was, is, catalogue).map((loss) => [loss.base, loss.after ?? 'none']);
  const shown = differencesBetween(was, is, catalogue)
    .filter(({ change }) => change === 'lost' || change === 'lowered')
    .map((difference) => [difference.baked.replace(/\.\d+$/, ''), difference.after ?? 'none']);
  return { checked, shown };
}

const map = '"hotfixes": { "202608.06": "202608.06.4" }';

describe('images that install any version', () => {
  it.each([
    ['go back with a lower patch', '{"version":"202608.06.1"}', '{"version":"202608.06.0"}', '202608.06.0'],
    ['lose it with the field', '{"version":"202608.06.1"}', '{}', 'none'],
    ['lose it beside a map that stays', `{"version":"202607.20.1", ${map}}`, `{${map}}`, 'none'],
  ])('%s', (_, before, after, version) => {
    expect(lost(before, after)).toEqual({
      checked: [['202604.24', version]],
      shown: [['202604.24', version]],
    });
  });

  it.each([
    ['a higher patch', '{"version":"202608.06.0"}', '{"version":"202608.06.1"}'],
    ['a version of another base', '{"version":"202608.06.1"}', '{"version":"202607.20.1"}'],
  ])('lose nothing with %s', (_, before, after) => {
    expect(lost(before, after)).toEqual({ checked: [], shown: [] });
  });

  it('are no second loss beside one of the base itself', () => {
    expect(lost('{"version":"202608.06.3"}', '{"version":"202608.06.2"}').checked).toEqual([
      ['202608.06', '202608.06.2'],
    ]);
  });

  it('are no loss where the version moves into the map', () => {
    expect(lost('{"version":"202608.06.4"}', `{${map}}`).checked).toEqual([]);
  });
});

describe('scripts of a base that is not on record', () => {
  const scripts = (patch: number) => `{"scripts_version":"202609.10.${patch}"}`;

  it('are no loss with a lower number, which nodes of patch 0 still apply', () => {
    expect(lost(scripts(5), scripts(2))).toEqual({ checked: [], shown: [] });
  });

  it('are a loss without a number above patch 0', () => {
    expect(lost(scripts(5), scripts(0))).toMatchObject({ checked: [['202609.10', 'none']] });
    expect(lost(scripts(5), '{}').shown).toContainEqual(['202609.10', 'none']);
  });
});
