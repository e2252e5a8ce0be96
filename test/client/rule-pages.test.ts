import { expect, it, vi } from 'vitest';

const opened = vi.hoisted(() => [] as string[]);
interface Provider {
  readFile(page: { path: string }): Promise<Uint8Array>;
  stat(page: { path: string }): Promise<{ size: number }>;
}
let provider: Provider | undefined;
vi.mock('vscode', () => ({
  Disposable: class {},
  EventEmitter: class {},
  FileType: { File: 1 },
  FileSystemError: { FileNotFound: (page: { path: string }) => new Error(`no ${page.path}`) },
  Uri: { joinPath: (base: string, ...parts: readonly string[]) => [base, ...parts].join('/') },
  workspace: {
    fs: {
      readFile: async (file: string) => {
        opened.push(file);
        return new Uint8Array(3);
      },
    },
    registerFileSystemProvider: (_: string, registered: Provider) => {
      provider = registered;
    },
  },
}));
const { provideRulePages } = await import('../../client/src/rule-pages.ts');
provideRulePages('extension' as never);

it('The address of a rule is its page', async () => {
  expect(await provider?.readFile({ path: '/never-upgrades' })).toHaveLength(3);
  expect(await provider?.stat({ path: '/no-hotfix' })).toMatchObject({ size: 3 });
  expect(opened).toEqual(['extension/docs/rules/never-upgrades.md', 'extension/docs/rules/no-hotfix.md']);
});

it('The page about images is next to those of the rules', async () => {
  opened.length = 0;
  await provider?.readFile({ path: '/fleet' });
  await provider?.readFile({ path: '/fleet.md' });
  expect(opened).toEqual(['extension/docs/fleet.md', 'extension/docs/fleet.md']);
});

it.each(['/../../README', '/../rules/no-hotfix', '//etc/motd', '/', '', '/no-hotfix/', '/No-Hotfix', '/a\n'])(
  'No other file is read under the address of the rules: %j',
  async (path) => {
    opened.length = 0;
    await expect(provider?.readFile({ path })).rejects.toThrow(`no ${path}`);
    await expect(provider?.stat({ path })).rejects.toThrow(`no ${path}`);
    expect(opened).toEqual([]);
  },
);
