import { afterEach, expect, it } from 'vitest';
import { type CheckedFolder, checkFolderRequest } from '../../server/src/protocol.ts';
import { type ClientOptions, pulling, TestClient } from '../support/lsp-client.ts';

const folder = 'file:///repo';
const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }';

let client: TestClient;
afterEach(() => client.stop());

async function check(files: Readonly<Record<string, string>>, options: ClientOptions = {}) {
  const uris = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text] as const);
  client = await TestClient.start({ ...options, files: new Map(uris), folders: [folder] });
  return client.connection.sendRequest<CheckedFolder>(checkFolderRequest, { folder });
}

it('of a folder whose URI ends with a slash names the same files', async () => {
  client = await TestClient.start({
    files: new Map([[`${folder}/hotfix.json`, mismatch]]),
    folders: [folder],
  });
  const checked = await client.connection.sendRequest<CheckedFolder>(checkFolderRequest, {
    folder: `${folder}/`,
  });
  expect(named(checked)).toEqual(['hotfix.json']);
});

const named = ({ text }: CheckedFolder) => [...text.matchAll(/^(\S.*):\d+:\d+: /gm)].map(([, file]) => file);

it('of a folder finds the configs that the project names, in every way to write a glob', async () => {
  const files = ['/only.conf', './deep/*.conf', 'any.json', 'sub/**/x-*.json'];
  const checked = await check({
    '.hotfixrc.json': JSON.stringify({ files }),
    'only.conf': mismatch,
    'other/only.conf': mismatch,
    'deep/a.conf': mismatch,
    'deep/deeper/a.conf': mismatch,
    'deep/any.json': mismatch,
    'sub/x-1.json': mismatch,
    'sub/deep/x-2.json': mismatch,
    'hotfix.json': mismatch,
  });
  expect(named(checked)).toEqual([
    'deep/a.conf',
    'deep/any.json',
    'hotfix.json',
    'only.conf',
    'sub/deep/x-2.json',
    'sub/x-1.json',
  ]);
});

it('of a folder finds the configs that the settings of the editor name', async () => {
  const settings = () => ({ files: ['./only.conf'] });
  const checked = await check(
    { 'only.conf': mismatch, 'other/only.conf': mismatch },
    { capabilities: pulling, settings },
  );
  expect(named(checked)).toEqual(['only.conf']);
});
