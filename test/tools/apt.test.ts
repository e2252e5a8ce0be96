import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installPackages } from '../../tools/editor/apt.ts';

const { PATH } = process.env;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apt-'));
  process.env['PATH'] = `${folder}${delimiter}${PATH}`;
});
afterEach(() => {
  process.env['PATH'] = PATH;
  rmSync(folder, { recursive: true });
});

/** An apt-get that records its arguments, and ends like the real one if a lock is taken or a package is missing. */
function standIn(body: string): void {
  const file = join(folder, 'apt-get');
  writeFileSync(file, `#!/bin/sh\necho "$@" >> '${folder}/asked'\n${body}\n`);
  chmodSync(file, 0o755);
}

const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trimEnd().split('\n');

it.skipIf(process.platform === 'win32')('waits while another process holds a lock of apt', () => {
  const locked = 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)';
  standIn(`[ "$(wc -l < '${folder}/asked')" -gt 1 ] || { echo '${locked}' >&2; exit 100; }`);
  installPackages(['chromium']);
  expect(asked()).toEqual([
    expect.stringMatching(/DPkg::Lock::Timeout=600 update$/),
    expect.stringMatching(/ update$/),
    expect.stringMatching(/DPkg::Lock::Timeout=600 install -y --no-install-recommends chromium$/),
  ]);
});

it.skipIf(process.platform === 'win32')("prints apt's message about an unknown package", () => {
  standIn(`case "$*" in *install*) echo 'E: Unable to locate package none' >&2; exit 100;; esac`);
  expect(() => installPackages(['none'])).toThrow(
    '"apt-get install -y --no-install-recommends none" failed:\nE: Unable to locate package none',
  );
  expect(asked()).toHaveLength(2);
});
