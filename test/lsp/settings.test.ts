import { afterEach, describe, expect, it } from 'vitest';
import { statusNotification } from '../../server/src/protocol.ts';
import { pulling, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/app/hotfix.json';
const zero = '{ "version": "202604.01.0" }';
const rc = 'file:///repo/.hotfixrc.json';

let client: TestClient;
afterEach(() => client.stop());

describe('an editor setting that cannot be used', () => {
  const message = (text: string) => ({ method: 'window/showMessage', params: { type: 2, message: text } });
  const messages = () => client.notifications.filter(({ method }) => method === 'window/showMessage');
  const nowhere =
    'Setting hotfixConfig.bakedVersionsFrom: "nowhere" records no baked versions. Check the path.';
  const up =
    'Setting hotfixConfig.bakedVersionsFrom: "../up" is ignored: not a path below the folder, written with "/".';
  const settings = () => ({ bakedVersionsFrom: ['nowhere', '../up'], rules: { 'no-hotfix': 'loud' } });
  const level = 'Setting hotfixConfig.rules.no-hotfix is ignored: invalid value "\\"loud\\"".';
  const options = { folders: ['file:///repo'], files: new Map<string, string>(), settings };

  it('is named once in a message of an editor without our status', async () => {
    client = await TestClient.start(options);
    await client.open(uri, zero);
    await client.pull(uri);
    await client.until(() => messages().length === 3);
    const refreshes = client.refreshes;
    await client.changeFile('file:///repo/.hotfixrc.json');
    await client.pull(uri);
    await client.until(() => client.refreshes > refreshes + 1);
    await client.pull(uri);
    expect(messages()).toEqual([message(level), message(nowhere), message(up)]);
  });

  it.each([
    ['a path', { bakedVersionsFrom: ['nowhere', '../up'] }, nowhere],
    ['a level', settings(), level],
  ])('is named in the status of an editor that has it: %s', async (_, given, problem) => {
    const initializationOptions = { status: true };
    client = await TestClient.start({ ...options, settings: () => given, initializationOptions });
    await client.open(uri, zero);
    await client.pull(uri);
    await client.until(() => client.refreshes > 0);
    await client.pull(uri);
    const status = client.notifications.findLast(({ method }) => method === statusNotification);
    expect(status?.params).toMatchObject({ settingsProblem: problem });
    expect(messages()).toEqual([]);
  });
});

describe('settings of the editor', () => {
  it('change the level of a rule for the resource they are set for', async () => {
    const other = 'file:///other/hotfix.json';
    client = await TestClient.start({
      settings: (scope) => (scope === uri ? { rules: { 'never-upgrades': 'error' } } : {}),
    });
    await client.open(uri, zero);
    await client.open(other, zero);
    expect(await client.pull(uri)).toMatchObject([{ severity: 1 }]);
    expect(await client.pull(other)).toMatchObject([{ severity: 2 }]);
  });

  it('hold for an old revision as they do for the working tree, in a workspace of several folders', async () => {
    const folders = ['file:///repo', 'file:///repo/app'];
    const old = 'git:/repo/app/old/pin.json.git?%7B%22ref%22%3A%22~%22%7D';
    client = await TestClient.start({
      folders,
      settings: (scope) =>
        scope?.startsWith('file:///repo/app/')
          ? { files: ['old/*.json'], rules: { 'never-upgrades': 'error' } }
          : {},
    });
    await client.open(old, zero);
    expect(await client.pull(old)).toMatchObject([{ severity: 1 }]);
  });

  it('take effect when they change', async () => {
    let level = 'error';
    client = await TestClient.start({ settings: () => ({ rules: { 'never-upgrades': level } }) });
    await client.open(uri, zero);
    expect(await client.pull(uri)).toMatchObject([{ severity: 1 }]);
    level = 'off';
    await client.changeSettings(null);
    await client.until(() => client.refreshes === 1);
    expect(await client.pull(uri)).toEqual([]);
  });

  it('are taken from the notification of a client that cannot be asked', async () => {
    client = await TestClient.start({ capabilities: pushing });
    await client.open(uri, zero);
    await client.until(() => client.published.length === 1);
    await client.changeSettings({ hotfixConfig: { rules: { 'never-upgrades': 'off' } } });
    await client.until(() => client.published.length === 2);
    expect(client.published.map(({ diagnostics }) => diagnostics.length)).toEqual([1, 0]);
  });

  it('are the defaults again once such a client has dropped them, not when it sends nothing', async () => {
    client = await TestClient.start({ capabilities: pushing });
    await client.open(uri, zero);
    await client.until(() => client.published.length === 1);
    await client.changeSettings({ hotfixConfig: { rules: { 'never-upgrades': 'off' } } });
    await client.until(() => client.published.length === 2);
    await client.changeSettings(null);
    await client.until(() => client.published.length === 3);
    await client.changeSettings({ other: {} });
    await client.until(() => client.published.length === 4);
    expect(client.published.map(({ diagnostics }) => diagnostics.length)).toEqual([1, 0, 0, 1]);
  });

  it('that are invalid are logged, and the others apply', async () => {
    client = await TestClient.start({
      settings: () => ({
        files: 'x',
        rules: { 'never-upgrades': 'off', 'empty-patch': 'loud', nonsense: 'off' },
      }),
    });
    await client.open(uri, zero);
    expect(await client.pull(uri)).toEqual([]);
    const log = JSON.stringify(client.notifications);
    for (const name of ['files', 'rules.empty-patch', 'rules.nonsense'])
      expect(log).toContain(`hotfixConfig.${name}`);
  });

  it('make further files configs, by glob', async () => {
    const named = 'file:///repo/hotfix/named.json';
    client = await TestClient.start({
      folders: ['file:///repo'],
      settings: () => ({ files: ['hotfix/named.json'] }),
    });
    await client.open(named, zero);
    await client.open('file:///repo/other/named.json', zero);
    expect(await client.rulesAt(named)).toEqual(['never-upgrades']);
    expect(await client.rulesAt('file:///repo/other/named.json')).toEqual([]);
  });

  it('name baked versions, and the next patch is above them', async () => {
    client = await TestClient.start({
      capabilities: { ...pulling, textDocument: { ...pushing.textDocument, diagnostic: {} } },
      settings: () => ({ bakedVersions: ['202604.01.4', { version: '202604.01.7' }] }),
    });
    await client.open(uri, zero);
    const [finding] = await client.pull(uri);
    const [action] = await client.actions(uri, finding?.range ?? rangeOf(zero, zero));
    expect(action?.title).toBe('Change version to "202604.01.8"');
  });
});

describe('the project file', () => {
  it('wins over the editor, nearest first, and over nothing it does not mention', async () => {
    client = await TestClient.start({
      files: new Map([
        [rc, '{ "rules": { "never-upgrades": "error", "no-hotfix": "error" } }'],
        ['file:///repo/app/.hotfixrc.json', '// nearer\n{ "rules": { "never-upgrades": "hint" } }'],
      ]),
      settings: () => ({ rules: { 'never-upgrades': 'off', 'empty-patch': 'warning' } }),
    });
    await client.open(uri, '{ "version": "202604.01.0", "scripts_version": "202604.01." }');
    expect(await client.pull(uri)).toMatchObject([
      { code: 'never-upgrades', severity: 4 },
      { code: 'empty-patch', severity: 2 },
    ]);
  });

  it('takes effect when it is saved', async () => {
    const files = new Map([[rc, '{}']]);
    client = await TestClient.start({ files });
    await client.open(uri, zero);
    expect(await client.rulesAt(uri)).toEqual(['never-upgrades']);
    files.set(rc, '{ "rules": { "never-upgrades": "off" } }');
    await client.changeFile(rc);
    await client.until(() => client.refreshes === 1);
    expect(await client.rulesAt(uri)).toEqual([]);
  });

  it.each([
    ['{ "rules": { "never-upgrade": "off" } }', 'Unknown rule "never-upgrade".'],
    ['{ "rules": { "no-hotfix": "fatal" } }', '"rules.no-hotfix" must be one of off, hint'],
    ['{ "files": "x" ', 'Invalid JSON at "end of file"'],
    ['[', 'Invalid JSON'],
    ['{ "supportWindowMonths": 0 }', '"supportWindowMonths" must be at least 1, not "0"'],
    ['{ "colour": 1 }', 'Unknown setting "colour".'],
    ['{ "files": [], "rules": {}, "files": ["x"] }', 'Duplicate key "files"'],
    ['{ "rules": { "no-hotfix": "off", "no-hotfix": "hint" } }', 'Duplicate key "no-hotfix"'],
    [
      '{ "bakedVersions": [{ "version": "202604.01.0", "version": "202604.01.1" }] }',
      'Duplicate key "version"',
    ],
    [`${'['.repeat(20_000)}`, 'nested more than 500 levels deep'],
  ])('has findings of its own when it is broken: %s', async (text, message) => {
    client = await TestClient.start();
    await client.open(rc, text);
    expect(await client.pull(rc)).toMatchObject([
      { severity: 1, source: 'hotfix', message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    [
      'longer than any path',
      `{ "files": ["${'a'.repeat(1_001)}"] }`,
      '"files.0" has more than 200 characters',
    ],
    [
      'more than anybody needs',
      JSON.stringify({ files: Array(51).fill('a') }),
      '"files" has more than 50 items',
    ],
    [
      'made to take long',
      JSON.stringify({ files: ['hotfix-*.json', `*${'a?'.repeat(10)}`] }),
      '"files.1" is invalid: it has more than 10 of the characters * ? { [',
    ],
  ])('has a finding for globs that are %s', async (_, text, expected) => {
    client = await TestClient.start();
    await client.open(rc, text);
    const message = expect.stringContaining(expected);
    expect(await client.pull(rc)).toMatchObject([{ severity: 1, message }]);
  });

  it('that is invalid is reported while closed, and ignored', async () => {
    const files = new Map([[rc, '{ "rules": { "never-upgrades": "off" }, "nope": 1 }']]);
    client = await TestClient.start({ files, initializationOptions: { status: true } });
    await client.open(uri, zero);
    expect(await client.rulesAt(uri)).toEqual(['never-upgrades']);
    expect(client.published).toMatchObject([{ uri: rc, diagnostics: [{ source: 'hotfix' }] }]);
    expect(client.notifications.at(-1)?.params).toMatchObject({
      settingsProblem: expect.stringContaining('.hotfixrc.json: Unknown setting "nope".'),
    });
    await client.open(rc, files.get(rc) ?? '');
    await client.until(() => client.published.length === 2);
    expect(client.published.at(-1)).toEqual({ uri: rc, diagnostics: [] });
    files.set(rc, '{}');
    await client.close(rc);
    await client.until(() => client.refreshes === 1);
    expect(await client.rulesAt(uri)).toEqual(['never-upgrades']);
    expect(client.published).toHaveLength(2);
  });

  it('has a finding while a config that uses it is open', async () => {
    client = await TestClient.start({ files: new Map([[rc, '{ "nope": 1 }']]) });
    const other = 'file:///repo/other/hotfix.json';
    await client.open(uri, zero);
    await client.open(other, zero);
    await client.pull(uri);
    await client.pull(other);
    const published = client.published.length;
    await client.close(uri);
    await client.pull(other);
    expect(client.published).toHaveLength(published);
    await client.close(other);
    await client.until(() => client.published.length > published);
    expect(client.published.at(-1)).toEqual({ uri: rc, diagnostics: [] });
  });
});
