import { afterEach, describe, expect, it } from 'vitest';
import type { DidChangeWatchedFilesRegistrationOptions } from 'vscode-languageserver-protocol';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver-protocol';
import { pulling } from '../support/lsp-client.ts';
import {
  client,
  hover,
  notes,
  openAt,
  recorded,
  root,
  start,
  stop,
  uri,
} from '../support/repository-client.ts';

afterEach(stop);

it('A broken bundled record is one problem, and findings that need no record stay', async () => {
  await start({
    files: new Map(),
    machine: { bundledRecord: () => Promise.reject(new Error('It has format 2.')) },
  });
  await client.open(uri, '{ "hotfixes": { "202603.1": "202603.01.2" } }');
  expect(await client.rulesAt(uri)).toEqual(['malformed-base']);
  expect(
    client.notifications.flatMap(({ params }) =>
      JSON.stringify(params).includes('format 2') ? [params] : [],
    ),
  ).toHaveLength(2);
});

describe('the catalogue', () => {
  it('does not delay findings, which are updated when it has been read', async () => {
    await start();
    await client.open(uri, '{ "hotfixes": { "202603.01": "202603.01.2" } }');
    expect(await client.rulesAt(uri)).toEqual([]);
    await client.until(() => client.refreshes === 1);
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
  });

  it('is another one for another folder', async () => {
    const other = 'file:///other/hotfix.json';
    await start({
      folders: [root, 'file:///other'],
      files: new Map([...recorded, ['file:///other/vhdbuilder/release-notes/x/202603.01.0.txt', '']]),
    });
    const text = '{ "hotfixes": { "202603.01": "202603.01.2" } }';
    await client.open(uri, text);
    await client.open(other, text);
    await client.pull(uri);
    await client.pull(other);
    await client.until(() => client.refreshes === 2);
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
    expect(await client.rulesAt(other)).toEqual([]);
  });

  it('is read through the client, from the paths in the project file', async () => {
    await start({
      initializationOptions: { clientFiles: true },
      files: new Map([
        ...recorded,
        [
          `${root}/parts/.hotfixrc.json`,
          '{ "bakedVersionsFrom": ["images/list.json", "../up", "images/broken.json"] }',
        ],
        [`${root}/parts/images/list.json`, '[{ "version": "202603.01.0", "images": ["mine"] }]'],
        [`${root}/parts/images/broken.json`, '[7'],
      ]),
    });
    expect(await hover('{ "hotfixes": { "|202603.01": "202603.01.2" } }')).toContain(
      '| 202603.01.0 | upgrades to 202603.01.2 |\n\nImages: mine.',
    );
    const log = JSON.stringify(client.notifications);
    expect(log).toContain('images/broken.json');
    expect(log).toContain('../up');
  });

  it.each([
    ['a few', ['images/list.json', './notes [old]', '../up', '.']],
    ['as many and as deep as it takes', Array.from({ length: 100 }, (_, i) => `${i}/${'a/'.repeat(490)}x`)],
  ])('is watched with the same patterns for any settings: %s', async (_, paths) => {
    await start({
      capabilities: {
        ...pulling,
        workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      files: new Map([[`${root}/.hotfixrc.json`, JSON.stringify({ bakedVersionsFrom: paths })]]),
    });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    const watched = client.registered
      .filter(({ method }) => method === DidChangeWatchedFilesNotification.method)
      .flatMap(({ options }) => (options as DidChangeWatchedFilesRegistrationOptions).watchers)
      .map(({ globPattern, kind = 7 }) => `${globPattern} ${kind}`);
    // Of names, creation and deletion; of lists, also changes of their content.
    const scripts = '**/parts/linux/cloud-init/nodecustomdata.yml 2';
    expect(watched).toEqual(['**/.hotfixrc.json 7', '**/*.json 2', scripts, '** 5']);
  });

  it('is searched again only after events for its possible paths and for project files', async () => {
    const paths = ['images/list.json', './notes [old]'];
    const files = new Map([[`${root}/.hotfixrc.json`, JSON.stringify({ bakedVersionsFrom: paths })]]);
    await start({ files, initializationOptions: { clientFiles: true } });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    await client.until(() => client.refreshes > 0);
    const refreshesAfter = async (path: string) => {
      const before = client.refreshes;
      await client.changeFile(`${root}/${path}`);
      // The server's reactions to an event come before its later messages.
      await client.pull(uri);
      return client.refreshes - before;
    };
    for (const path of ['src/x.ts', 'list.jsonc', 'dist/deep/y.json', 'notes/202604.01.0.txt'])
      expect(await refreshesAfter(path), path).toBe(0);
    for (const path of [
      'images',
      'images/list.json',
      'notes%20%5Bold%5D/gen2/202604.01.0.txt',
      'x/.hotfixrc.json',
    ])
      expect(await refreshesAfter(path), path).toBeGreaterThan(0);
  });

  it('reports no unknown base during the search, even with versions in settings', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await start({
      files: new Map([...recorded, [`${root}/.hotfixrc.json`, '{ "bakedVersions": ["202602.13.7"] }']]),
      initializationOptions: { clientFiles: true },
      searched: () => asked,
    });
    const marked = '{ "hotfixes": { "2026|04.13": "202604.13.1", "202602.13": "202602.13.6" } }';
    const rule = 'This entry upgrades nodes baked with 202604.13.0. Supported until 2026-10-13.';
    expect(await hover(marked, false)).toBe(rule);
    expect(await client.rulesAt(uri)).toEqual(['unsorted-entries']);
    // Versions in settings are known all the same.
    const written = '{ "hotfixes": { "2026|02.13": "202602.13.6" } }';
    expect(await hover(written, false)).toContain('| 202602.13.7 | stays: already at a higher patch |');
    expect(await client.rulesAt(uri)).toEqual([]);
    answer();
    await client.until(() => client.refreshes > 0);
    expect(await hover(marked, false)).toContain('upgrades 1 of 1 known baked version of 202604.13');
    expect(await client.rulesAt(uri)).toEqual(['unsorted-entries']);
  });

  it('keeps the known versions during the next search', async () => {
    const files = new Map(recorded);
    await start({ files });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    const refreshes = client.refreshes;
    await client.changeFile(`${notes}/AKSUbuntu/gen2/2204containerd/202604.13.1.txt`);
    await client.until(() => client.refreshes > refreshes);
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
  });

  it('knows of a file that came while it was being looked for', async () => {
    const files = new Map(recorded);
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await start({ files, initializationOptions: { clientFiles: true }, searched: () => asked });
    await client.open(uri, '{ "hotfixes": { "202603.01": "202603.01.2" } }');
    await client.pull(uri);
    await client.until(() => client.searches === 1);
    files.set(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`, '');
    await client.changeFile(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`);
    await client.pull(uri);
    // One after another: if files keep changing, none would ever end.
    expect(client.searches).toBe(1);
    answer();
    await client.until(() => client.searches === 2);
    await client.until(() => client.refreshes > 2);
    expect(await client.rulesAt(uri)).toEqual([]);
  });

  it('follows files that come', async () => {
    const files = new Map(recorded);
    await start({ files });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
    files.set(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`, '');
    const refreshes = client.refreshes;
    await client.changeFile(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`);
    await client.until(() => client.refreshes > refreshes);
    await client.pull(uri);
    await client.until(() => client.refreshes > refreshes + 1);
    expect(await client.rulesAt(uri)).toEqual([]);
  });
});
