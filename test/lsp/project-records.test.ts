import { afterEach, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { rangeOf, TestClient } from '../support/lsp-client.ts';

const config = 'file:///repo/pins/hotfix.json';
const project = 'file:///repo/.hotfixrc.json';
const entry = '{ "hotfixes": { "202604.01": "202604.01.3" } }';
const text = `{
  // Where images are recorded.
  "bakedVersionsFrom": ["images.json", "nowhere", "../up", "images.json"],
}
`;

let client: TestClient;
afterEach(() => client.stop());

async function start(files: Readonly<Record<string, string>> = {}): Promise<Map<string, string>> {
  const all = new Map([...Object.entries({ [project]: text, ...files })]);
  client = await TestClient.start({ folders: ['file:///repo'], files: all });
  return all;
}

const warnings = (found: readonly Diagnostic[] | undefined) =>
  found?.map(({ range, severity, message }) => [range, severity, message]);
const nowhere = [rangeOf(text, '"nowhere"'), 2, '"nowhere" records no baked versions. Check the path.'];
const up = [
  rangeOf(text, '"../up"'),
  2,
  '"../up" is ignored: not a path below the folder, written with "/".',
];
const images = { 'file:///repo/images.json': '["202604.01.0"]' };
const published = () => client.published.findLast(({ uri }) => uri === project)?.diagnostics;

it('An entry of "bakedVersionsFrom" that finds nothing has a warning in the project file of an open config', async () => {
  await start(images);
  await client.open(config, entry);
  await client.pull(config);
  await client.until(() => published()?.length === 2);
  expect(warnings(published())).toEqual([nowhere, up]);
});

it('Each entry of one that finds nothing has it, and loses it once there is something', async () => {
  const files = await start();
  await client.open(config, entry);
  await client.pull(config);
  await client.until(() => published()?.length === 4);
  for (const [uri, content] of Object.entries(images)) files.set(uri, content);
  await client.changeFile('file:///repo/images.json');
  await client.pull(config);
  await client.until(() => published()?.length === 2);
  expect(warnings(published())).toEqual([nowhere, up]);
});

it('It has the warning while it is open itself, with no config beside it', async () => {
  await start(images);
  await client.open(project, text, 'jsonc');
  await client.until(() => client.refreshes > 0);
  expect(warnings(await client.pull(project))).toEqual([nowhere, up]);
  const repaired = text.replace('"nowhere", "../up", ', '');
  await client.change(project, { text: repaired });
  expect(await client.pull(project)).toEqual([]);
});
