import { describe, expect, it } from 'vitest';
import { Analysis, type Base, nextVersion } from '../../server/src/model/index.ts';
import { catalogueOf } from '../support/markers.ts';

const base = '202604.01' as Base;

function next(text: string, known: readonly string[]): string | undefined {
  return nextVersion(new Analysis(text), base, catalogueOf(known));
}

describe('the version that a new hotfix would get', () => {
  it.each([
    ['{}', [], '202604.01.1'],
    ['{}', ['202604.01.10', '202604.01.9', '202605.30.12'], '202604.01.11'],
    ['{ "hotfixes": { "202604.01": "202604.01.4" }, "scripts_version": "202604.01.3" }', [], '202604.01.5'],
    ['{ "hotfixes": { "202604.01": "202604.01.4" } }', ['202604.01.7'], '202604.01.8'],
    [
      '{ "hotfixes": { "202605.30": "202605.30.9", "202604.01": "202604.01.4", "202603.01": "202603.01.7" } }',
      [],
      '202604.01.5',
    ],
    ['{ "hotfixes": { "202605.30": "v202604.1.06" } }', [], '202604.01.7'],
    ['{ "hotfixes": { "202604.01": "dev" }, "version": null }', [], '202604.01.1'],
  ])('by %s and %j is %s', (text, known, version) => {
    expect(next(text, known)).toBe(version);
  });

  it('does not count the version that it replaces', () => {
    const analysis = new Analysis('{ "version": "202604.01.4", "scripts_version": "202604.01.2" }');
    const [version] = analysis.versionProperties;
    expect(nextVersion(analysis, base, catalogueOf([]), version)).toBe('202604.01.3');
  });
});
