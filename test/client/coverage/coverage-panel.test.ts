import { posix } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The part of the editor's API that the panel uses. */
const editor = vi.hoisted(() => ({
  ViewColumn: { Beside: -2 },
  Disposable: { from: () => ({ dispose() {} }) },
  Uri: {} as { joinPath?: unknown },
  window: {},
}));
vi.mock('vscode', () => editor);
/** As much of an address as a page needs. */
class Address {
  constructor(
    readonly path: string,
    private readonly before = 'file://',
  ) {}

  toString(): string {
    return this.before + this.path;
  }
}
editor.Uri.joinPath = ({ path }: Address, ...parts: string[]) => new Address(posix.join(path, ...parts));

const { pageFor } = await import('../../../client/src/coverage/page.ts');
const { CoveragePanel } = await import('../../../client/src/coverage/panel.ts');

const extension = new Address('/extension');
const webview = {
  cspSource: 'https://files.localhost',
  html: '',
  options: {},
  posted: [] as unknown[],
  take: (_: unknown) => {},
  asWebviewUri: ({ path }: Address) => new Address(path, 'https://files.localhost'),
  onDidReceiveMessage(take: (message: unknown) => void) {
    webview.take = take;
  },
  postMessage: (message: unknown) => webview.posted.push(message),
};
const page = () => pageFor(webview as never, extension as never);

function elementsOf(html: string): SaxesTagPlain[] {
  const parser = new SaxesParser();
  const found: SaxesTagPlain[] = [];
  parser.on('opentag', (tag) => found.push(tag));
  // As HTML has it, and XML has not.
  parser.write(html.replace('<!DOCTYPE html>\n', '').replace(/<(meta|link)([^>]*)>/g, '<$1$2/>')).close();
  return found;
}

describe('the page around the picture', () => {
  it('runs one script, its own, and loads one style and nothing else', () => {
    const elements = elementsOf(page());
    expect(elements.map(({ name }) => name).sort()).toEqual(
      ['html', 'head', 'meta', 'meta', 'meta', 'link', 'title', 'body', 'main', 'script'].sort(),
    );
    const policy = elements.find(({ attributes }) => 'http-equiv' in attributes)?.attributes['content'] ?? '';
    const script = elements.find(({ name }) => name === 'script')?.attributes;
    expect(policy.split('; ').sort()).toEqual(
      [
        "default-src 'none'",
        `script-src 'nonce-${script?.['nonce']}'`,
        'style-src https://files.localhost',
      ].sort(),
    );
    expect(script?.['src']).toBe('https://files.localhost/extension/client/dist/coverage.js');
    expect(script?.['nonce']).toMatch(/^[\da-f]{32}$/);
  });

  it('allows another script each time', () => {
    const nonces = Array.from({ length: 20 }, () => /nonce-(\w+)/.exec(page())?.[1]);
    expect(new Set(nonces).size).toBe(20);
  });
});

describe('the panel', () => {
  const asked: unknown[] = [];
  let panel: InstanceType<typeof CoveragePanel>;
  beforeEach(() => {
    asked.length = 0;
    webview.posted.length = 0;
    const tab = { webview, visible: true, onDidChangeViewState() {}, onDidDispose() {} };
    panel = new CoveragePanel(tab as never, extension as never, {
      received: (intent) => asked.push(intent),
      closed() {},
    });
  });

  it('may load what the view is made of and no other file', () => {
    expect(webview.options).toEqual({
      enableScripts: true,
      localResourceRoots: [new Address('/extension/client/dist')],
    });
  });

  it('ignores a message that is not from the view', () => {
    for (const message of [
      null,
      'ready',
      { type: 'command', command: 'workbench.action.terminal.new' },
      { type: 'open', uri: 'file:///etc/passwd' },
      [{ type: 'ready', baked: null, isCompared: false }],
      JSON.parse('{ "__proto__": { "type": "settings" } }'),
    ]) {
      webview.take(message);
    }
    expect(asked).toEqual([]);
    panel.post({ type: 'empty', reason: 'no-config' });
    expect(webview.posted).toEqual([]);
  });

  it('answers a view that says it is ready', () => {
    webview.take({ type: 'ready', baked: null, isCompared: false });
    panel.post({ type: 'empty', reason: 'no-config' });
    expect([asked.length, webview.posted]).toEqual([1, [{ type: 'empty', reason: 'no-config' }]]);
  });
});
