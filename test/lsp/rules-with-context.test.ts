import { afterEach, describe, expect, it } from 'vitest';
import { rangeOf } from '../support/lsp-client.ts';
import { client, hover, openAt, recorded, root, start, stop, uri } from '../support/repository-client.ts';

afterEach(stop);

describe('rules that know the catalogue', () => {
  const projectFile = `${root}/.hotfixrc.json`;
  const known = (...versions: string[]) =>
    new Map([[projectFile, JSON.stringify({ bakedVersions: versions, bakedVersionsFrom: [] })]]);

  it.each([
    ['a day that does not exist', '{ "hotfixes": { "202602.30": "202602.30.1" } }', ['impossible-date']],
    ['a version of another base', '{ "hotfixes": { "202602.13": "202604.13.1" } }', ['base-mismatch']],
    ['patch 0', '{ "hotfixes": { "202602.13": "202602.13.0" } }', ['never-upgrades']],
  ])('leave %s to the rule for that fault', async (_, text, rules) => {
    await start({ files: known('202602.13.0', '202602.13.3', '202604.13.1') });
    await openAt(`${text}|`);
    expect(await client.rulesAt(uri)).toEqual(rules);
  });

  it('offer three known bases for an unknown one, the nearest by its letters first, then by its day', async () => {
    await start({ files: known('202602.24.0', '202602.12.0', '202612.13.0', '202603.22.0', '202611.01.0') });
    const { text } = await openAt('{ "hotfixes": { "202602.13": "202602.13.1" } }|');
    const actions = await client.actions(uri, rangeOf(text, '202602.13'), ['quickfix']);
    expect(actions.map(({ title }) => title).filter((title) => title.includes('base'))).toEqual([
      'Change base to "202602.12"',
      'Change base to "202612.13"',
      'Change base to "202602.24"',
    ]);
  });

  it('take what the settings of the editor name instead of what AgentBaker records', async () => {
    await start({
      files: new Map([...recorded, [`${root}/images.json`, '["202603.01.0"]']]),
      settings: () => ({ bakedVersionsFrom: ['images.json'] }),
    });
    expect(await hover('{ "hotfixes": { "|202603.01": "202603.01.2" } }')).toContain('1 of 1');
  });
});

describe('rules that know a clock', () => {
  it('hint at a base past its support window, and no day earlier', async () => {
    for (const [today, rules] of [
      ['2026-08-13', []],
      ['2026-08-14', ['retired-base']],
    ] as const) {
      await start({ files: new Map(), today, settings: () => ({ rules: { 'retired-base': 'hint' } }) });
      await client.open(uri, '{ "hotfixes": { "202602.13": "202602.13.6" } }');
      expect(await client.rulesAt(uri)).toEqual(rules);
      if (today === '2026-08-13') await client.stop();
    }
  });

  it('use the months in the project file', async () => {
    const project = new Map([
      [
        `${root}/.hotfixrc.json`,
        '{ "supportWindowMonths": 7, "bakedVersionsFrom": [], "rules": { "retired-base": "hint" } }',
      ],
    ]);
    await start({ files: project, today: '2026-09-13' });
    await client.open(uri, '{ "hotfixes": { "202602.13": "202602.13.6" } }');
    expect(await client.rulesAt(uri)).toEqual([]);
  });

  it('do not offer to remove the last entry if nodes would then use "version"', async () => {
    await start({
      files: new Map(),
      today: '2026-12-31',
      settings: () => ({ rules: { 'retired-base': 'hint' } }),
    });
    const entry = '"hotfixes": { "202602.13": "202602.13.6" }';
    for (const [text, titles] of [
      [`{ ${entry} }`, ['Remove "202602.13"']],
      [`{ ${entry}, "version": "202611.01.1" }`, []],
    ] as const) {
      await client.open(uri, text);
      const actions = await client.actions(uri, rangeOf(text, '202602.13'), ['quickfix']);
      expect(actions.map(({ title }) => title).filter((title) => title.includes('202602'))).toEqual(titles);
      await client.close(uri);
    }
  });
});
