import { afterEach, describe, expect, it } from 'vitest';
import { type ClientOptions, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }';
const clean = '{ "hotfixes": { "202604.01": "202604.01.3" } }';
const wholeText = (text: string) => ({ text });

let client: TestClient | undefined;
afterEach(() => client?.stop());
async function start(options: ClientOptions): Promise<TestClient> {
  client = await TestClient.start(options);
  return client;
}

describe('a client that pulls diagnostics', () => {
  it('gets a finding with its rule, a link, the related range and the base inside the value', async () => {
    const client = await start({});
    await client.open(uri, mismatch);
    expect(await client.pull(uri)).toEqual([
      {
        range: rangeOf(mismatch, '202605.30'),
        severity: 1,
        code: 'base-mismatch',
        codeDescription: { href: 'file:///pages/base-mismatch.md' },
        source: 'hotfix',
        message: expect.stringContaining('"202605.30.2"'),
        relatedInformation: [
          {
            location: { uri, range: rangeOf(mismatch, '202604.01') },
            message: expect.stringContaining('"202604.01"'),
          },
        ],
      },
    ]);
  });

  it('with its own rule pages gets links to them, which only add the id', async () => {
    const client = await start({ initializationOptions: { rulePages: 'https://pages.example/rule?id=' } });
    await client.open(uri, mismatch);
    expect(await client.pull(uri)).toMatchObject([
      { codeDescription: { href: 'https://pages.example/rule?id=base-mismatch' } },
    ]);
  });

  it('is never pushed to', async () => {
    const client = await start({});
    await client.open(uri, mismatch);
    await client.pull(uri);
    await client.change(uri, wholeText(clean));
    expect(await client.pull(uri)).toEqual([]);
    expect(client.published).toEqual([]);
  });

  it('sees an ignored version faded', async () => {
    const client = await start({});
    await client.open(uri, '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }');
    expect(await client.pull(uri)).toMatchObject([{ code: 'shadowed-version', tags: [1] }]);
  });

  it('gets findings that follow each edit, over many lines and beyond ASCII', async () => {
    const client = await start({});
    await client.open(uri, '{\r\n  "note": "é😀",\r\n  "version": "202604.01.0"\r\n}');
    const start_ = { line: 2, character: 24 };
    expect(await client.rulesAt(uri)).toEqual(['unknown-property', 'never-upgrades']);
    await client.change(uri, { range: { start: start_, end: { line: 2, character: 25 } }, text: '4' });
    expect(await client.rulesAt(uri)).toEqual(['unknown-property']);
  });
});

describe('a client that cannot pull', () => {
  it('is sent the findings of each version that it waits for, unchanged ones included, and none after closing', async () => {
    const client = await start({ capabilities: pushing });
    await client.open(uri, mismatch);
    await client.until(() => client.published.length === 1);
    await client.change(uri, wholeText(` ${mismatch}`));
    await client.until(() => client.published.length === 2);
    await client.change(uri, wholeText(`  ${mismatch}`));
    await client.until(() => client.published.length === 3);
    await client.close(uri);
    await client.until(() => client.published.length === 4);
    expect(client.published.map(({ version, diagnostics }) => [version, diagnostics.length])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [undefined, 0],
    ]);
  });

  it('is sent only the findings of the last version of a burst', async () => {
    const client = await start({ capabilities: pushing });
    await client.open(uri, mismatch);
    await client.until(() => client.published.length === 1);
    const texts = Array.from({ length: 30 }, (_, i) => (i < 29 ? `${' '.repeat(i)}${mismatch}` : clean));
    // In one go, as a busy machine delivers what a user types.
    const sent = texts.map((text) => client.change(uri, wholeText(text)));
    await Promise.all(sent);
    await client.until(() => client.published.some(({ version }) => version === 31));
    expect(client.published.length).toBeLessThan(31);
    expect(client.published.at(-1)).toMatchObject({ version: 31, diagnostics: [] });
  });

  it('is sent those of the last version that came before the settings were known', async () => {
    const client = await start({ capabilities: pushing });
    await client.open(uri, mismatch);
    await client.change(uri, wholeText('{}'));
    await client.change(uri, wholeText(clean));
    await client.until(() => client.published.some(({ version }) => version === 3));
    expect(client.published.at(-1)).toMatchObject({ version: 3, diagnostics: [] });
  });

  /** A client that is asked for its settings. Its nth answer comes when the test sends it. */
  async function startSlow(
    ...levels: string[]
  ): Promise<[TestClient, (n: number) => Promise<void>, (n: number) => Promise<void>]> {
    const answers: (() => void)[] = [];
    let asked = () => {};
    const settings = () => {
      const level = levels[answers.length];
      return new Promise((resolve) => {
        answers.push(() => resolve({ rules: { 'base-mismatch': level } }));
        asked();
      });
    };
    const question = async (n: number) => {
      while (answers.length < n)
        await new Promise<void>((resolve) => {
          asked = resolve;
        });
    };
    const answer = async (n: number) => {
      await question(n);
      answers[n - 1]?.();
    };
    const capabilities = { ...pushing, workspace: { configuration: true } };
    return [await start({ capabilities, settings }), answer, question];
  }
  const sent = (client: TestClient) =>
    client.published.map(({ version, diagnostics }) => [version, diagnostics[0]?.severity]);

  it('gets only the last version, once, if it sends its settings late', async () => {
    const [client, answer] = await startSlow('warning');
    await client.open(uri, mismatch);
    await client.change(uri, wholeText(`${mismatch} `));
    await client.change(uri, wholeText(`${mismatch}  `));
    await answer(1);
    await client.until(() => client.published.length === 1);
    await client.close(uri);
    await client.until(() => client.published.length === 2);
    expect(sent(client)).toEqual([
      [3, 2],
      [undefined, undefined],
    ]);
  });

  it('gets no findings for outdated settings', async () => {
    const [client, answer, question] = await startSlow('error', 'warning');
    await client.open(uri, mismatch);
    await question(1);
    await client.changeSettings(null);
    await answer(2);
    await client.until(() => client.published.length === 1);
    await answer(1);
    await client.change(uri, wholeText(`${mismatch} `));
    await client.until(() => client.published.some(({ version }) => version === 2));
    expect(new Set(sent(client).map(([, severity]) => severity))).toEqual(new Set([2]));
  });

  it('keeps no findings of a document that is closed at once', async () => {
    const client = await start({ capabilities: pushing });
    const other = 'file:///repo/other-hotfix.json';
    await client.open(uri, mismatch);
    await client.close(uri);
    await client.open(other, clean);
    await client.until(() => client.published.some((published) => published.uri === other));
    expect(client.published.findLast((published) => published.uri === uri)).toEqual({ uri, diagnostics: [] });
  });

  it('gets no more than it can show', async () => {
    const client = await start({ capabilities: pushing });
    await client.open(uri, mismatch);
    await client.until(() => client.published.length === 1);
    expect(Object.keys(client.published[0]?.diagnostics[0] ?? {}).toSorted()).toEqual([
      'code',
      'message',
      'range',
      'severity',
      'source',
    ]);
  });
});

describe('a file that is not a hotfix config', () => {
  it.each(['file:///repo/package.json', 'file:///repo/hotfix.json5', 'untitled:Untitled-1'])(
    'is left alone: %s',
    async (other) => {
      const client = await start({});
      await client.open(other, mismatch);
      expect(await client.pull(other)).toEqual([]);
      expect(await client.actions(other, rangeOf(mismatch, mismatch))).toEqual([]);
    },
  );
});

describe('a document under review', () => {
  it.each([
    `git:/repo/hotfix.json?${encodeURIComponent('{"path":"/repo/hotfix.json","ref":"HEAD"}')}`,
    'git:/repo/hotfix.json.git?x',
    'review:/repo/hotfixes.json?x',
    'vscode-vfs://github/owner/repo/a/b-hotfix.json',
    'untitled:/repo/my.hotfix.json',
  ])('shows its findings: %s', async (other) => {
    const client = await start({ folders: ['file:///repo'] });
    await client.open(other, mismatch);
    expect(await client.rulesAt(other)).toEqual(['base-mismatch']);
  });
});

describe('together with the JSON support of VS Code', () => {
  const options = { initializationOptions: { syntaxDiagnostics: false } };
  const trailing = '{ "hotfixes": { "202604.01": "202604.01.3", } } // why';

  it('says once that nodes ignore the file, leaves other faults of the syntax to it, and offers all fixes', async () => {
    const client = await start(options);
    await client.open(uri, trailing);
    const found = await client.pull(uri);
    expect(found.map(({ code, range }) => [code, range.start.character])).toEqual([
      ['json-syntax', trailing.indexOf(', }')],
    ]);
    expect(found[0]?.message).toContain('Nodes ignore the whole file.');
    const titles = (await client.actions(uri, rangeOf(trailing, trailing))).map(({ title }) => title);
    expect(titles).toContain('Remove trailing comma');
    expect(titles).toContain('Remove comment');
  });

  it('reports comments and trailing commas of a jsonc document, which it lets pass', async () => {
    const client = await start(options);
    await client.open(uri, trailing, 'jsonc');
    expect(await client.rulesAt(uri)).toEqual(['json-syntax', 'json-syntax']);
  });

  it('only fades a repeated key that it warns about itself', async () => {
    const client = await start(options);
    await client.open(uri, '{ "hotfixes": { "202604.01": "202604.01.2", "202604.01": "202604.01.3" } }');
    expect(await client.pull(uri)).toMatchObject([{ code: 'duplicate-key', severity: 4, tags: [1] }]);
  });

  it('warns of a repeated field that differs in case, which it does not see', async () => {
    const client = await start(options);
    await client.open(uri, '{ "Version": "202604.01.2", "version": "202604.01.3" }');
    expect(await client.pull(uri)).toMatchObject([
      { code: 'duplicate-key', severity: 2 },
      { code: 'property-case' },
    ]);
  });

  it('takes over when it is switched off', async () => {
    const client = await start(options);
    await client.open(uri, trailing);
    await client.connection.sendNotification('hotfix/syntaxDiagnostics', { enabled: true });
    await client.until(() => client.refreshes === 1);
    expect(await client.rulesAt(uri)).toEqual(['json-syntax', 'json-syntax']);
  });
});
