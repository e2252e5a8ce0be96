import { posix } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** As much of an address as files need. */
class Address {
  constructor(readonly path: string) {}
}

const editor = vi.hoisted(() => ({
  files: new Map<string, string>(),
  opened: [] as string[],
  /** What the user types, and the problem that the input then shows. */
  typed: undefined as string | undefined,
  problem: undefined as string | undefined,
  Uri: {} as { joinPath?: unknown },
  workspace: {} as Record<string, unknown>,
  window: {} as Record<string, unknown>,
}));
vi.mock('vscode', () => editor);
editor.Uri.joinPath = ({ path }: Address, ...parts: string[]) => new Address(posix.join(path, ...parts));
editor.workspace['workspaceFolders'] = [{ uri: new Address('/repo'), name: 'repo' }];
editor.workspace['fs'] = {
  stat: async ({ path }: Address) => {
    if (!editor.files.has(path)) throw new Error('not found');
  },
  writeFile: async ({ path }: Address, content: Uint8Array) => {
    editor.files.set(path, new TextDecoder().decode(content));
  },
};
editor.window['showTextDocument'] = async ({ path }: Address) => editor.opened.push(path);
editor.window['showInputBox'] = async ({
  validateInput,
}: {
  validateInput: (text: string) => Promise<string | undefined>;
}) => {
  if (editor.typed !== undefined) editor.problem = await validateInput(editor.typed);
  return editor.problem === undefined ? editor.typed : undefined;
};

// Another test in this process may have loaded a part of it, with an editor of its own.
vi.resetModules();
const { createConfig } = await import('../../client/src/new-config.ts');

beforeEach(() => {
  editor.files.clear();
  editor.opened.length = 0;
  editor.typed = undefined;
  editor.problem = undefined;
});

describe('New Config', () => {
  const embedded = '/repo/parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';

  it('creates the config at its path in the AgentBaker repository, without a question', async () => {
    editor.files.set('/repo/parts/linux/cloud-init/nodecustomdata.yml', '');
    await createConfig();
    expect(JSON.parse(editor.files.get(embedded) ?? '')).toEqual({ hotfixes: {} });
    expect(editor.opened).toEqual([embedded]);
  });

  it('opens that config if it exists, and leaves it', async () => {
    editor.files.set('/repo/parts/linux/cloud-init/nodecustomdata.yml', '').set(embedded, 'as it was');
    await createConfig();
    expect(editor.files.get(embedded)).toBe('as it was');
    expect(editor.opened).toEqual([embedded]);
  });

  it('creates it elsewhere where the user says', async () => {
    editor.typed = 'canary/fleet-hotfix.json';
    await createConfig();
    expect(editor.opened).toEqual(['/repo/canary/fleet-hotfix.json']);
  });

  it.each([
    ['a name that is not recognized', 'canary/notes.json', 'Use a name of hotfix configs'],
    ['a path that leads out', '../fleet-hotfix.json', 'inside the folder'],
    ['an absolute path', '/tmp/fleet-hotfix.json', 'inside the folder'],
    ['a file that exists', 'old-hotfix.json', 'exists'],
  ])('refuses %s', async (_, typed, why) => {
    editor.files.set('/repo/old-hotfix.json', '{}');
    editor.typed = typed;
    expect(await createConfig()).toBeUndefined();
    expect(editor.problem).toContain(why);
    expect(editor.opened).toEqual([]);
  });

  it('does nothing if it is canceled', async () => {
    expect(await createConfig()).toBeUndefined();
    expect([...editor.files.keys()]).toEqual([]);
  });
});
