import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { payloadPath } from '../../server/src/names.ts';

type Selector = readonly (string | { readonly pattern: unknown })[];
const editor = vi.hoisted(() => ({
  files: [] as readonly unknown[],
  matched: [] as unknown[],
}));
const uriOf = (path: string) => ({ scheme: 'file', path, fsPath: path, toString: () => `file://${path}` });

// An editor that matches no document. It records the patterns that it is asked to match.
vi.mock('vscode', () => ({
  languages: {
    match: (selector: Selector) => {
      editor.matched.push(
        ...selector.map((filter) => (typeof filter === 'string' ? filter : filter.pattern)),
      );
      return 0;
    },
  },
  workspace: {
    workspaceFolders: [{ uri: uriOf('/repo') }],
    getConfiguration: () => ({ get: () => editor.files }),
  },
}));
const { Recognition } = await import('../../client/src/recognition.ts');

function countsWith(path: string, text: string): Promise<boolean> {
  return new Recognition().counts({ uri: uriOf(path), getText: () => text } as never);
}

async function counts(path: string, ...files: readonly unknown[]): Promise<boolean> {
  editor.files = files;
  return countsWith(path, '');
}

beforeEach(() => {
  editor.matched = [];
});

describe('A document that the setting "hotfixConfig.files" may name', () => {
  it.each([
    ['/repo/globs/nodes.json', 'globs/*.json', true],
    ['/repo/plain/globs/nodes.json', 'globs/*.json', false],
    ['/elsewhere/globs/nodes.json', 'globs/*.json', false],
    ['/elsewhere/pinned-nodes.json', 'pinned*.json', true],
    ['/repo/deep/pinned-nodes.json.git', 'pinned*.json', true],
    ['/repo/nodes.json', './nodes.json', true],
    ['/repo/other.json', 'nodes.json', false],
  ])('%s, by %s: %s', async (path, glob, expected) => {
    expect(await counts(path, glob)).toBe(expected);
  });

  it.each([
    ['{*,*}'.repeat(3), true],
    ['{*,*}'.repeat(40), false],
    [`{a,b}/${'{*,*}'.repeat(150)}x`, false],
    [`**/${'*a'.repeat(400)}b`, false],
  ])('is compared with %s here, and not by the editor', async (glob, expected) => {
    expect(await counts(`/repo/${'a'.repeat(100)}/package.json`, glob)).toBe(expected);
    for (const pattern of editor.matched) expect(pattern).toMatch(/^(?:\*\*\/)?[*./\w-]+$/);
  });

  it('is not compared with what the server refuses: too many globs, too long ones, other values', async () => {
    const path = '/repo/package.json';
    expect(await counts(path, ...Array.from({ length: 101 }, () => 'package.json'))).toBe(false);
    expect(await counts(path, `${'*'.repeat(1000)}.json`)).toBe(false);
    expect(await counts(path, 7, null)).toBe(false);
  });
});

describe('The scripts beside the config of AgentBaker', () => {
  const { activationEvents }: { activationEvents: string[] } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  );

  it('start the server at their path', async () => {
    await counts(`/repo/${payloadPath}`);
    expect(editor.matched).toContain(`**/${payloadPath}`);
  });

  it('start nothing for other YAML: no pattern is about it', async () => {
    expect(await counts('/repo/parts/other.yml')).toBe(false);
    const isOfYaml = (text: unknown) => /ya?ml/.test(String(text));
    expect(editor.matched.filter(isOfYaml)).toEqual([`**/${payloadPath}`]);
    // Without a wildcard, the editor looks at one path of each folder and does not search.
    expect(activationEvents.filter(isOfYaml)).toEqual([
      'onLanguage:yaml',
      `workspaceContains:${payloadPath}`,
    ]);
  });
});

describe('A manifest', () => {
  it.each([
    ['/repo/map.yaml', 'kind: ConfigMap\ndata:\n  hotfixes.json: |\n', true],
    ['/repo/map.YML', 'kind: ConfigMap\ndata:\n  hotfixes.json: |\n', true],
    ['/repo/map.yaml.git', 'kind: ConfigMap\ndata:\n  hotfixes.json: |\n', true],
    ['/repo/map.yaml', 'kind: ConfigMap\ndata: {}\n', false],
    ['/repo/map.yaml', 'kind: Secret\ndata:\n  hotfixes.json: |\n', false],
    ['/repo/map.txt', 'kind: ConfigMap\ndata:\n  hotfixes.json: |\n', false],
  ])('starts the server only with a ConfigMap and a hotfix: %s with %j: %s', async (path, text, expected) => {
    editor.files = [];
    expect(await countsWith(path, text)).toBe(expected);
  });
});
