import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { isLocked as isLockedOnDisk } from '../../client/src/permissions.ts';

const editor = vi.hoisted(() => ({
  settings: {} as Record<string, unknown>,
  writable: true as boolean | undefined,
  permissions: undefined as number | undefined,
}));
const uriOf = (name: string) => ({ scheme: 'file', path: name, fsPath: name });
vi.mock('vscode', () => ({
  FilePermission: { Readonly: 1 },
  workspace: {
    fs: {
      isWritableFileSystem: () => editor.writable,
      stat: async () => ({ permissions: editor.permissions }),
    },
    getConfiguration: () => ({ get: (name: string) => editor.settings[name] }),
    getWorkspaceFolder: () => ({ uri: uriOf('/repo') }),
  },
}));
const { canBeSaved } = await import('../../client/src/saving.ts');

const can = (isLocked = false, isUntitled = false) =>
  canBeSaved({ uri: uriOf('/repo/parts/hotfix.json'), isUntitled } as never, async () => isLocked);

beforeEach(() => Object.assign(editor, { settings: {}, writable: true, permissions: undefined }));

it('A config can be saved by default, and a new one anywhere', async () => {
  expect(await can()).toBe(true);
  editor.writable = undefined;
  expect(await can()).toBe(false);
  expect(await can(false, true)).toBe(true);
});

it.each([
  ['**/hotfix.json', false],
  ['parts/**', false],
  ['/repo/parts/*', false],
  ['parts', true],
  ['hotfix.json', true],
  ['**/*.txt', true],
])('A config cannot be saved where "files.readonlyInclude" has %s: %s', async (glob, expected) => {
  editor.settings = { readonlyInclude: { [glob]: true } };
  expect(await can()).toBe(expected);
  editor.settings = { readonlyInclude: { [glob]: false } };
  expect(await can()).toBe(true);
});

it('A config in "files.readonlyExclude" can be saved, even if other settings name it', async () => {
  const settings = { readonlyInclude: { '**': true }, readonlyFromPermissions: true };
  editor.settings = { ...settings, readonlyExclude: { '**/hotfix.json': true } };
  expect(await can(true)).toBe(true);
  editor.settings = settings;
  expect(await can(true)).toBe(false);
});

it('The permissions of a file count where "files.readonlyFromPermissions" says so', async () => {
  expect(await can(true)).toBe(true);
  editor.settings = { readonlyFromPermissions: true };
  expect(await can(true)).toBe(false);
  expect(await can(false)).toBe(true);
});

it('A file that its file system calls read-only cannot be saved', async () => {
  editor.permissions = 1;
  expect(await can()).toBe(false);
});

it.skipIf(process.platform === 'win32')(
  'A file that its owner may not write is locked, for root as well',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hotfix-locked-'));
    try {
      const fsPath = path.join(folder, 'hotfix.json');
      await writeFile(fsPath, '{}');
      expect(await isLockedOnDisk({ scheme: 'file', fsPath })).toBe(false);
      await chmod(fsPath, 0o444);
      expect(await isLockedOnDisk({ scheme: 'file', fsPath })).toBe(true);
      expect(await isLockedOnDisk({ scheme: 'file', fsPath: path.join(folder, 'gone.json') })).toBe(false);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
