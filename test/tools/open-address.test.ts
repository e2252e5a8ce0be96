import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { root } from '../../tools/editor/editions.ts';
import { openAddress } from '../../tools/editor/open-address.ts';
import { findTarget } from '../../tools/editor/target.ts';

const address = 'http://127.0.0.1:1/?tkn=secret&folder=/a"b&payload=[["openFile","c"]]';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The arguments of the browser. */
async function calledWith(): Promise<string> {
  const said = join(folder, 'said');
  return vi.waitFor(() => {
    const text = readFileSync(said, 'utf8');
    expect(text).toMatch(/\n$/);
    return text.trimEnd();
  }, 300_000);
}

function standIn(): void {
  const browser = join(folder, 'browser');
  writeFileSync(browser, `#!/bin/sh\necho "$@" > '${folder}/said'\n`);
  chmodSync(browser, 0o755);
  vi.stubEnv('BROWSER', browser);
}

it.skipIf(process.platform === 'win32')(
  'keeps the token out of the visible arguments of a browser',
  async () => {
    standIn();
    openAddress(address, folder);
    const page = await calledWith();
    expect(page).toMatch(/^file:\/\/\/[^?]*open\.html$/);
    const file = fileURLToPath(page);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [, target = ''] = /content="0; url=([^"]*)"/.exec(readFileSync(file, 'utf8')) ?? [];
    expect(target.replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(address);
  },
);

it.skipIf(process.platform === 'win32')('opens an address without a token directly', async () => {
  standIn();
  openAddress('http://127.0.0.1:1/');
  expect(await calledWith()).toBe('http://127.0.0.1:1/');
});

it('trusts the examples alone', async () => {
  expect(await findTarget(undefined)).toMatchObject({ isOwn: true, file: expect.stringContaining('hotfix') });
  expect(await findTarget(join(root, 'examples'))).toMatchObject({ isOwn: true });
  for (const other of [folder, join(root, 'examples/parts'), root])
    expect(await findTarget(other)).toMatchObject({ isOwn: false });
});
