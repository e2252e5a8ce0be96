import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { gitRecords } from '../../server/src/cli/git-records.ts';
import { nodeFiles } from '../../server/src/node/files.ts';
import { baselineNotification } from '../../server/src/protocol.ts';
import type { GitRecords } from '../../server/src/service/host.ts';
import { Workspace } from '../cli/workspace.ts';
import { pulling, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';
import { configMap } from '../support/manifests.ts';
import { template } from '../support/payload.ts';

const two = '{ "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.1" } }';
const one = '{ "hotfixes": { "202605.30": "202605.30.1" } }';
const other = '{ "hotfixes": { "202604.01": "202604.01.2" } }';
const accepting = (...bases: readonly string[]) =>
  JSON.stringify({
    bundledRecord: false,
    acceptedLosses: bases.map((base) => ({ base, reason: 'republished' })),
  });
const rc = '.hotfixrc.json';
const layout = 'parts/linux/cloud-init';
const embedded = `${layout}/artifacts/aks-node-controller-hotfix.json`;

const workspace = new Workspace();
let client: TestClient;
let answers = 0;
let onAnswer = () => {};
afterEach(() => client.stop());

const git: GitRecords = {
  ...gitRecords,
  filesBefore: async (...asked) => {
    const found = await gitRecords.filesBefore(...asked);
    answers++;
    // The server gets the answer first.
    setImmediate(() => onAnswer());
    return found;
  },
};
const uriOf = (name: string) => pathToFileURL(workspace.path(name)).toString();

async function start(
  capabilities = pulling,
  initializationOptions = {},
  editorSettings: unknown = null,
): Promise<void> {
  answers = 0;
  client = await TestClient.start({
    settings: () => editorSettings,
    folders: [uriOf('')],
    capabilities,
    initializationOptions,
    today: '2026-07-01',
    machine: { ...nodeFiles, git },
  });
}

/** What an open project file shows when git has answered. */
async function hints(project = rc): Promise<Diagnostic[]> {
  const answered = new Promise<void>((resolve) => {
    onAnswer = resolve;
  });
  await start();
  await client.open(uriOf(project), workspace.read(project), 'jsonc');
  await client.pull(uriOf(project));
  await answered;
  return client.pull(uriOf(project));
}
const basesIn = (found: readonly Diagnostic[]) =>
  found.map(({ message }) => /"(\d{6}\.\d{2})"/.exec(String(message))?.[1]);

describe('an entry of "acceptedLosses" in an open project file', () => {
  it('that accepts nothing any more has a hint where it is', async () => {
    const text = accepting('202604.01', '202605.30');
    workspace.startRepository({ [rc]: text, 'a/hotfix.json': two });
    workspace.write('a/hotfix.json', one);
    const [hint, ...more] = await hints();
    expect(more).toEqual([]);
    expect(hint).toMatchObject({
      range: rangeOf(text, '{"base":"202605.30","reason":"republished"}'),
      severity: 4,
      tags: [1],
      message:
        'Against HEAD and the default branch, base "202605.30" lost no hotfix, so nothing is accepted. Remove the entry.',
    });
  });

  it('has it in an editor that gets diagnostics without asking', async () => {
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two });
    await start(pushing);
    await client.open(uriOf(rc), workspace.read(rc), 'jsonc');
    await client.until(() => client.published.some(({ diagnostics }) => diagnostics.length === 1));
    const [last] = client.published.at(-1)?.diagnostics ?? [];
    expect(last?.tags).toBeUndefined();
  });

  it('has it beside many files that have no config', async () => {
    const other = (i: number) => [`parts/${i}.yaml`, `name: ${i}\n`] as const;
    const others = Object.fromEntries(Array.from({ length: 400 }, (_, i) => other(i)));
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two, ...others });
    expect(basesIn(await hints())).toEqual(['202604.01']);
  });

  it('has none beside a manifest, whose losses are not known', async () => {
    const map = configMap(`  hotfixes.json: |\n    ${two}\n`);
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two, 'deploy.yaml': map });
    expect(basesIn(await hints())).toEqual([]);
    await client.stop();
    workspace.write('deploy.yaml', 'kind: Deployment\n');
    workspace.commit();
    expect(basesIn(await hints())).toEqual(['202604.01']);
  });

  it('loses and gets it while a config is edited', async () => {
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two });
    expect(basesIn(await hints())).toEqual(['202604.01']);
    await client.open(uriOf('hotfix.json'), one);
    expect(await client.pull(uriOf(rc))).toEqual([]);
    await client.change(uriOf('hotfix.json'), { text: two });
    expect(basesIn(await client.pull(uriOf(rc)))).toEqual(['202604.01']);
  });

  it('gets it with the commit of a loss that its branch has no more', async () => {
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two });
    workspace.write('hotfix.json', one);
    expect(await hints()).toEqual([]);
    workspace.commit();
    const answered = new Promise<void>((resolve) => {
      onAnswer = resolve;
    });
    // VS Code sends what a config is at the new HEAD.
    const uri = uriOf('hotfix.json');
    const content = Buffer.from(one).toString('base64');
    const baseline = { revision: 'HEAD', content };
    await client.connection.sendNotification(baselineNotification, { uri, baseline });
    await client.pull(uriOf(rc));
    await answered;
    expect(basesIn(await client.pull(uriOf(rc)))).toEqual(['202604.01']);
  });

  it.each<[string, () => void]>([
    ['the config is deleted', () => workspace.git('rm', '--quiet', 'hotfix.json')],
    ['the config is moved with a loss', () => workspace.git('mv', 'hotfix.json', 'moved-hotfix.json')],
    ['the config cannot be read', () => workspace.write('hotfix.json', '{ "hotfixes": ')],
    ['the config could not be read', () => commitFirst('hotfix.json', '{ "hotfixes": ')],
    ['the entry is new', () => workspace.write(rc, accepting('202605.30'))],
    ['other files were configs', () => workspace.write(rc, withFiles(accepting('202604.01')))],
    ['the loss is on the branch', lossOnBranch],
    ['there is no default branch', () => workspace.git('branch', '--move', 'trunk')],
    ['there is no merge base', unrelatedBranch],
  ])('has none where %s', async (_, change) => {
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two });
    change();
    expect(await hints()).toEqual([]);
  });

  it('has none where git may not be asked', async () => {
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two });
    await start(pulling, { git: false });
    await client.open(uriOf(rc), workspace.read(rc), 'jsonc');
    expect(await client.pull(uriOf(rc))).toEqual([]);
    expect(answers).toBe(0);
  });

  it('has none where editor settings name more configs', async () => {
    workspace.startRepository({ [rc]: accepting('202604.01'), 'hotfix.json': two });
    await start(pulling, {}, { files: ['*.pins'] });
    for (const uri of [uriOf(rc), uriOf('hotfix.json')])
      await client.open(uri, uri === uriOf(rc) ? workspace.read(rc) : one);
    await client.pull(uriOf('hotfix.json'));
    await client.until(() => client.refreshes > 0);
    expect(await client.pull(uriOf(rc))).toEqual([]);
    expect(answers).toBe(0);
  });

  it('counts for the configs that its project file governs, and for no others', async () => {
    workspace.startRepository({
      [rc]: accepting('202604.01'),
      'hotfix.json': one,
      [`own/${rc}`]: accepting('202604.01'),
      'own/hotfix.json': two,
      'own/broken/hotfix.json': two,
      [`own/broken/${rc}`]: '{}',
    });
    workspace.write('own/hotfix.json', one);
    workspace.write('own/broken/hotfix.json', '{ "hotfixes": ');
    expect(basesIn(await hints())).toEqual(['202604.01']);
    await client.stop();
    expect(await hints(`own/${rc}`)).toEqual([]);
  });

  it('accepts a loss of scripts', async () => {
    const project = accepting('202604.01', '202605.30');
    workspace.startRepository({
      [rc]: project,
      [embedded]: '{ "scripts_version": "202604.01.2" }',
      [`${layout}/nodecustomdata.yml`]: template('provision', 'install'),
    });
    workspace.write(`${layout}/nodecustomdata.yml`, template('provision'));
    expect(basesIn(await hints())).toEqual(['202605.30']);
    await client.stop();
    workspace.git('rm', '--quiet', `${layout}/nodecustomdata.yml`, '--force');
    expect(basesIn(await hints())).toEqual(['202605.30']);
  });
});

function commitFirst(name: string, text: string): void {
  const now = workspace.read(name);
  workspace.write(name, text);
  workspace.commit();
  workspace.write(name, now);
}

function withFiles(project: string): string {
  return JSON.stringify({ ...JSON.parse(project), files: ['*.pins'] });
}

/** The review of the branch needs the entry, although HEAD has no loss any more. */
function lossOnBranch(): void {
  workspace.git('switch', '--quiet', '--create', 'topic');
  workspace.write('hotfix.json', one);
  workspace.commit();
}

function unrelatedBranch(): void {
  workspace.git('checkout', '--quiet', '--orphan', 'topic');
  workspace.write('hotfix.json', other);
  workspace.commit();
}
