import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { type ClientOptions, pulling, TestClient } from '../support/lsp-client.ts';

const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }';

let client: TestClient | undefined;
afterEach(() => client?.stop());
async function start(options: ClientOptions): Promise<TestClient> {
  client = await TestClient.start(options);
  return client;
}

const dynamic = { dynamicRegistration: true };

/** Like VS Code with the extension. */
const choosing: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    synchronization: dynamic,
    diagnostic: { ...pulling.textDocument?.diagnostic, ...dynamic },
    codeAction: { ...pulling.textDocument?.codeAction, ...dynamic },
    hover: dynamic,
    completion: dynamic,
    definition: dynamic,
    inlayHint: dynamic,
    codeLens: dynamic,
  },
};

describe('a pulling client that lets the server choose its documents', () => {
  const names = [
    ...['aks-node-controller-hotfix.json', 'anc-hotfix-version.json', '*-hotfix.json', '*.hotfix.json'],
    ...['hotfix.json', 'hotfixes.json', '.hotfixrc.json'],
  ];
  const scripts = 'parts/linux/cloud-init/nodecustomdata.yml';
  const byName = [scripts, ...names, ...names.map((name) => `${name}.git`)].map((name) => ({
    pattern: `**/${name}`,
  }));

  /** The selector for the files that a project file and the settings name. */
  async function selectorFor(inProject: readonly string[], inSettings: readonly string[] = []) {
    const client = await start({
      capabilities: choosing,
      initializationOptions: { clientFiles: true },
      folders: ['file:///repo'],
      files: new Map([['file:///repo/sub/.hotfixrc.json', JSON.stringify({ files: inProject })]]),
      settings: () => ({ files: inSettings }),
    });
    await client.until(() => client.registered.some(({ method }) => method === 'textDocument/diagnostic'));
    expect(client.result.capabilities.textDocumentSync).toEqual({ openClose: false, change: 0 });
    const { documentSelector } = client.registration<{ documentSelector: unknown[] }>('textDocument/didOpen');
    return { client, documentSelector };
  }

  it('registers for the default names, and for other names by extension', async () => {
    const { documentSelector } = await selectorFor(
      ['anc/*.conf', '{anc,deep}/**/x-*.conf'],
      ['old-name.json', 'maps.yaml#map.json'],
    );
    expect(documentSelector).toEqual([...byName, { pattern: '**/*.conf' }, { pattern: '**/*.json' }]);
  });

  it.each([
    ['{*,*}'.repeat(3)],
    [`${'{*,*}'.repeat(2)}/*.{json,conf}`],
    [`**/${'*a'.repeat(8)}`],
    [`{${'a,'.repeat(90)}b.json}`],
    ['[!a-z]*.[jJ]son'],
  ])('is given nothing of a glob that only the server should match: %s', async (glob) => {
    const { documentSelector } = await selectorFor([glob], [glob]);
    expect(documentSelector).toEqual([...byName, { pattern: '**/*' }]);
  });

  it('gets few filters for many globs', async () => {
    const { documentSelector } = await selectorFor(Array.from({ length: 50 }, (_, i) => `pins.e${i}`));
    expect(documentSelector).toEqual([...byName, { pattern: '**/*' }]);
  });

  it('gets findings only for files that a glob names, among files with the same extension', async () => {
    const { client } = await selectorFor([`${'{*,*}'.repeat(3)}.conf`]);
    await client.open('file:///repo/sub/pinned.conf', mismatch);
    await client.open('file:///repo/pinned.conf', mismatch);
    expect((await client.pull('file:///repo/sub/pinned.conf')).map(({ code }) => code)).toEqual([
      'base-mismatch',
    ]);
    expect(await client.pull('file:///repo/pinned.conf')).toEqual([]);
  });
});
