import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/model/index.ts';
import { Globs, isCertainPath, isConfigPath } from '../../../server/src/service/settings/names.ts';
import { looksLikeConfig } from '../../../server/src/service/settings/recognition.ts';

describe('a file with a name that other tools use too', () => {
  it.each([
    '{ "name": "sql", "statements": [] }',
    '{ "patches": [{ "id": 7 }] }',
    '{ // settings of another tool\n "name": 1, }',
    '[{ "id": 1 }]',
    '"text"',
    '7',
  ])('is not a config if it does not look like one: %s', (text) => {
    expect(looksLikeConfig(new Analysis(text))).toBe(false);
  });

  it.each([
    '',
    ' \n',
    '{}',
    'null',
    '{ "hotfixes": ',
    'hotfixes',
    '{ "Hotfixes": {} }',
    '{ "version": 7 }',
    '{ "name": "x", "scriptsVersion": "202604.01.3" }',
    '{ "hotfix": {} }',
    '{ "202604.01": "202604.01.3" }',
    '{ "v202604.1": "202604.01.3" }',
  ])('is a config where it is empty, broken or looks like one: %s', (text) => {
    expect(looksLikeConfig(new Analysis(text))).toBe(true);
  });

  it('is a config if nodes lose a hotfix by it', () => {
    const before = new Analysis('{ "version": "202604.01.3" }').readings;
    expect(looksLikeConfig(new Analysis('{ "name": "sql" }'), before)).toBe(true);
    expect(looksLikeConfig(new Analysis('{ "name": "sql" }'), new Analysis('{}').readings)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    ['/x/aks-node-controller-hotfix.json', true, true],
    ['/x/anc-hotfix-version.json', true, true],
    ['/x/sql.hotfix.json', true, false],
    ['/x/hotfixes.json', true, false],
    ['/x/pinned.json', true, true],
    ['/x/package.json', false, false],
  ])('of %s is a config: %s, with any content: %s', (path, isConfig, isCertain) => {
    const globs = [new Globs('/x', ['pinned.json'])];
    expect(isConfigPath(path, globs)).toBe(isConfig);
    expect(isCertainPath(path, globs)).toBe(isCertain);
  });
});
