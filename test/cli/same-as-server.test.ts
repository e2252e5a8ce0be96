import { Buffer } from 'node:buffer';
import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { decodeUtf8 } from '../../server/src/model/index.ts';
import { embeddedConfigPath, payloadPath } from '../../server/src/names.ts';
import { checkedFiles } from '../../server/src/node/checked-files.ts';
import { nodeFiles } from '../../server/src/node/files.ts';
import { baselineNotification, type CheckedFolder, checkFolderRequest } from '../../server/src/protocol.ts';
import type { Level } from '../../server/src/rules/index.ts';
import { type ClientOptions, pulling, TestClient } from '../support/lsp-client.ts';
import { configMap } from '../support/manifests.ts';
import { around, template } from '../support/payload.ts';
import { bytesOf, readVectors, vectorFiles } from '../support/vectors.ts';
import { exampleGroups, raised, rulesOfConfigs, writeGroup } from './rule-examples.ts';
import { Workspace } from './workspace.ts';

/** What both report about a finding. */
interface Said {
  readonly file: string;
  readonly ruleId: unknown;
  readonly level: Level | undefined;
  readonly message: unknown;
  readonly range: readonly number[];
}

interface JsonFinding {
  readonly file: string;
  readonly ruleId: string;
  readonly level: Level;
  readonly message: string;
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>;
}

const levelOf: readonly (Level | undefined)[] = [undefined, 'error', 'warning', 'information', 'hint'];

function bySeverity(file: string, { code, severity, message, range: { start, end } }: Diagnostic): Said {
  const range = [start.line, start.character, end.line, end.character];
  return { file, ruleId: code, level: levelOf[severity ?? 0], message, range };
}

function byCommandLine({ file, ruleId, level, message, range: { start, end } }: JsonFinding): Said {
  const range = [start.line - 1, start.column - 1, end.line - 1, end.column - 1];
  return { file, ruleId, level, message, range };
}

const workspace = new Workspace();

async function commandLineSays(...args: string[]): Promise<Said[]> {
  const { out, err } = await workspace.run('check', '--format=json', ...args);
  expect(err).toBe('');
  return JSON.parse(out).map(byCommandLine);
}

/** What the server sends to a client without JSON support. */
async function serverSays(
  texts: ReadonlyMap<string, string>,
  options: ClientOptions,
  baseline?: string,
): Promise<Said[]> {
  const client = await TestClient.start({ ...options, initializationOptions: { syntaxDiagnostics: true } });
  const said: Said[] = [];
  for (const [file, text] of texts) {
    const uri = `file:///workspace/${file}`;
    if (baseline !== undefined) {
      const content = Buffer.from(baseline).toString('base64');
      await client.connection.sendNotification(baselineNotification, {
        uri,
        baseline: { revision: 'HEAD', content },
      });
    }
    await client.open(uri, text);
    // The records of the workspace are read in the background.
    if (options.files && said.length === 0) {
      await client.pull(uri);
      await client.until(() => client.refreshes > 0);
    }
    said.push(...(await client.pull(uri)).map((diagnostic) => bySeverity(file, diagnostic)));
    await client.close(uri);
  }
  await client.stop();
  return said;
}

describe('the command line and the server find the same', () => {
  it('in the examples of every rule', async () => {
    const seen = new Set<unknown>();
    for (const [i, group] of exampleGroups().entries()) {
      const folder = `group-${i}`;
      const fromCommandLine = await commandLineSays(...writeGroup(workspace, folder, group));
      const texts = new Map([...group.texts].sort(([a], [b]) => (a < b ? -1 : 1)));
      const { today, bakedVersions, branch } = group;
      const settings = () => ({
        bakedVersions,
        rules: raised,
        ...(branch !== undefined && { bakedVersionsFrom: ['branch.json'] }),
      });
      const files = new Map([['file:///workspace/branch.json', JSON.stringify({ version: branch })]]);
      const surroundings =
        branch === undefined ? {} : { files, folders: ['file:///workspace'], capabilities: pulling };
      const fromServer = await serverSays(texts, { today, settings, ...surroundings }, group.baseline);
      expect(fromCommandLine).toEqual(
        fromServer.map((said) => ({ ...said, file: `${folder}/${said.file}` })),
      );
      for (const { ruleId } of fromServer) seen.add(ruleId);
    }
    expect(seen).toEqual(new Set(rulesOfConfigs.map(({ id }) => id)));
  });

  it.each(vectorFiles)('in documents that the reference implementation judged: %s', async (name) => {
    const texts = new Map<string, string>();
    for (const [i, vector] of readVectors(name).entries()) {
      const bytes = bytesOf(vector);
      const text = decodeUtf8(bytes);
      // An editor sends decoded text: invalid UTF-8 is already replaced.
      if (i % 7 !== 0 || !Buffer.from(text).equals(bytes)) continue;
      texts.set(`${String(i).padStart(4, '0')}-hotfix.json`, text);
      workspace.write(`${String(i).padStart(4, '0')}-hotfix.json`, bytes);
    }
    expect(texts.size).toBeGreaterThan(100);
    const fromServer = await serverSays(texts, { today: '2026-07-01' });
    expect(await commandLineSays('--today=2026-07-01')).toEqual(fromServer);
    expect(new Set(fromServer.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(3);
  });
});

describe('the task of the editor and the command line print the same', () => {
  const fault = '{ "hotfixes": { "202604.01": "202605.30.2" } }\n';

  /** The result of the task. The editor itself opens no file. */
  async function task(): Promise<CheckedFolder> {
    const folder = pathToFileURL(workspace.path()).href;
    const client = await TestClient.start({
      initializationOptions: { clientFiles: true },
      folders: [folder],
      machine: { ...nodeFiles, checkedFiles },
    });
    const checked = await client.connection.sendRequest<CheckedFolder>(checkFolderRequest, { folder });
    await client.stop();
    return checked;
  }

  /** The faulty files of the workspace, by the task. */
  async function faultyFiles(): Promise<string[]> {
    const checked = await task();
    const { out, err } = await workspace.run('check');
    // The rules are in the window of an editor.
    expect(checked.text).toBe(out + err.replace(/^hint: "hotfix-config rules .*\n/m, ''));
    expect(checked.hasErrors).toBe(true);
    return [...checked.text.matchAll(/^(\S.*):\d+:\d+: error /gm)].map(([, file = '']) => file);
  }

  const everything = () => {
    workspace.write('hidden by the editor/hotfix.json', fault);
    workspace.write('[odd] {a,b}/#%.conf', fault);
    workspace.write('.dot/fleet-hotfix.json', fault);
    workspace.write('ignored/hotfix.json', fault);
    workspace.write('node_modules/package/hotfix.json', fault);
    workspace.write('other/pinned.conf', fault);
    workspace.write('other/deep/pinned.conf', fault);
    workspace.write('.hotfixrc.json', '{ "files": ["*.conf"] }');
    workspace.write('other/.hotfixrc.json', '{ "files": ["/pinned.conf"] }');
  };
  const named = [
    '.dot/fleet-hotfix.json',
    '[odd] {a,b}/#%.conf',
    'hidden by the editor/hotfix.json',
    'other/pinned.conf',
  ];

  it('in a git repository: those that git does not ignore, and none behind a link', async () => {
    everything();
    workspace.write('.gitignore', 'ignored/\nnode_modules/\n');
    workspace.git('init', '--quiet');
    workspace.commit();
    workspace.write('new-hotfix.json', fault);
    if (process.platform !== 'win32') symlinkSync('new-hotfix.json', workspace.path('linked-hotfix.json'));
    expect((await faultyFiles()).sort()).toEqual([...named, 'new-hotfix.json'].sort());
  });

  it('in another folder: all but those of packages', async () => {
    everything();
    expect((await faultyFiles()).sort()).toEqual([...named, 'ignored/hotfix.json'].sort());
  });

  it('in a repository with packages: those that a tracked project file among the packages names', async () => {
    workspace.write('node_modules/package/pinned.conf', fault);
    workspace.write('node_modules/package/.hotfixrc.json', '{ "files": ["*.conf"] }');
    workspace.git('init', '--quiet');
    workspace.commit();
    expect(await faultyFiles()).toEqual(['node_modules/package/pinned.conf']);
  });

  it('about scripts beside a config of AgentBaker', async () => {
    workspace.write(`b/${embeddedConfigPath}`, '{ "scripts_version": "202604.01.3" }');
    workspace.write(`b/${payloadPath}`, template());
    workspace.write(`a/${embeddedConfigPath}`, '{ "version": "202604.01.3" }');
    workspace.write(`a/${payloadPath}`, template('one'));
    workspace.write(`c/${payloadPath}`, template('one'));
    workspace.write(`d/${payloadPath}`, around(''));
    workspace.turnRecordOff();
    expect(await faultyFiles()).toEqual([`b/${embeddedConfigPath}`, `a/${payloadPath}`, `c/${payloadPath}`]);
  });

  it('about configs in the ConfigMaps of manifests', async () => {
    const map = configMap(`  hotfixes.json: |\n    ${fault}\n`);
    workspace.write('deploy/map.yaml', map);
    workspace.write('deploy/ignored.yaml', map);
    workspace.write('deploy/workflow.yml', 'on: push\n');
    workspace.write('deploy/other.yml', map.replace('ConfigMap', 'Secret # no ConfigMap'));
    workspace.write('hotfix.json', fault);
    workspace.write('.hotfixrc.json', '{ "bundledRecord": false, "ignore": ["ignored.yaml"] }');
    expect(await faultyFiles()).toEqual(['deploy/map.yaml', 'hotfix.json']);
  });

  it('about a project file that is broken, and the check fails even if no file has another name', async () => {
    workspace.write('deep/.hotfixrc.json', '{\n  "files": ["*.conf"],\n  "rulez": {}\n}\n');
    workspace.write('deep/pinned.conf', fault);
    const checked = await task();
    expect(checked).toEqual({
      text: expect.stringMatching(/^error: deep\/\.hotfixrc\.json:3:3: Unknown setting "rulez"\. .*\n$/),
      hasErrors: true,
    });
    const { status, err } = await workspace.run('check');
    expect(status).toBe(2);
    expect(err).toContain('.hotfixrc.json:3:3: Unknown setting "rulez".');
  });

  it('about a project file that is broken: its configs are not checked, the others are', async () => {
    workspace.write('deep/.hotfixrc.json', '{ "rulez": {} }');
    workspace.write('deep/hotfix.json', fault);
    workspace.write('beside/hotfix.json', fault);
    workspace.write('applies-to-nothing/.hotfixrc.json', '{');
    const { text, hasErrors } = await task();
    const { status, out } = await workspace.run('check');
    expect([status, hasErrors]).toEqual([2, true]);
    expect(text.slice(0, out.length)).toBe(out);
    expect(text.slice(out.length)).toMatch(/^error: deep\/\.hotfixrc\.json:1:3: .*\n1 error in 1 file\./);
  });

  it('about a config that cannot be read or is too large, and the check fails', async () => {
    workspace.write('hotfix.json', `${' '.repeat(6 * 1024 * 1024)}{}`);
    workspace.write('clean-hotfix.json', '{ "hotfixes": {} }');
    const checked = await task();
    expect(checked.text).toMatch(/^error: cannot read "hotfix\.json": no permission, or larger than 5 MB$/m);
    expect(checked.hasErrors).toBe(true);
    expect((await workspace.run('check')).status).toBe(1);
  });
});
