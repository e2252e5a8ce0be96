import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { root } from '../../tools/editor/editions.ts';
import { launchHeadless } from '../support/headless.ts';
import { packagedExtension } from '../vscode/options.ts';
import { EditorWindow } from './window.ts';

/** `npm start`, with temporary folders that can be searched for leftovers. */
function start(...args: string[]) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'hotfix-start-'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tools/editor/start.ts', '--vsix', packagedExtension(), ...args],
    {
      cwd: root,
      env: { ...process.env, BROWSER: 'none', TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const lines: string[] = [];
  const opened = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.includes('http:')) resolve(line.trim());
    });
    createInterface(child.stderr).on('line', (line) => lines.push(line));
    child.once('exit', () => reject(new Error(`It ended without an address:\n${lines.join('\n')}`)));
  });
  // If no test waits for the address, a failure must not matter.
  opened.catch(() => {});
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    child,
    lines,
    opened,
    ended, // `tsx` keeps a cache of its own there.
    leftovers: () => readdirSync(temporary).filter((name) => !name.startsWith('tsx-')),
    remove: () => rmSync(temporary, { recursive: true }),
  };
}

test('npm start opens the examples with their faulty config, asks nothing, and leaves nothing behind', async () => {
  const running = start();
  const address = await running.opened;
  expect(running.lines.filter((line) => line.includes('://'))).toHaveLength(1);
  expect(new URL(address).hostname).toBe('127.0.0.1');
  expect((await fetch(new URL('/', address), { redirect: 'manual' })).status).toBe(403);

  const browser = await launchHeadless(console.log);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(300_000);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  await page.goto(address);
  const window = new EditorWindow(page);
  await window.ready();
  await page.locator('.tab.active', { hasText: 'aks-node-controller-hotfix.json' }).waitFor();
  await window.squiggles('error').first().waitFor({ state: 'attached' });
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'clean-hotfix.json' }).waitFor();
  await window.screenshot('start');
  expect(await window.interruptions()).toEqual([]);
  expect(elsewhere).toEqual([]);
  await browser.close();

  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(running.leftovers()).toEqual([]);
  await expect(fetch(address)).rejects.toThrow();
  running.remove();
  expect(existsSync(path.join(root, 'examples/.vscode'))).toBe(false);
});

test('npm start lets VS Code ask for trust before anything in a foreign folder runs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hotfix-foreign-'));
  mkdirSync(path.join(folder, '.vscode'));
  const ran = path.join(folder, 'ran');
  const task = { label: 'a', type: 'shell', command: `touch '${ran}'`, runOptions: { runOn: 'folderOpen' } };
  writeFileSync(path.join(folder, '.vscode/tasks.json'), JSON.stringify({ version: '2.0.0', tasks: [task] }));
  writeFileSync(path.join(folder, 'hotfix.json'), '{ "version": "202604.01" }\n');
  const running = start(folder);
  const browser = await launchHeadless(console.log);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(300_000);
  await page.goto(await running.opened);
  await page.getByText('Do you trust the authors of the files in this folder?').waitFor();
  await page.getByRole('button', { name: /^No, / }).click();
  const window = new EditorWindow(page);
  await window.squiggles('error').first().waitFor({ state: 'attached' });
  expect(existsSync(ran)).toBe(false);
  await browser.close();
  running.child.kill('SIGINT');
  await running.ended;
  running.remove();
  rmSync(folder, { recursive: true });
});

test('npm start names a folder that does not exist', async () => {
  const running = start('no/such/folder');
  expect(await running.ended).toBe(1);
  expect(running.lines.join('\n')).toContain('No such folder: "no/such/folder"');
  running.remove();
});

test('npm start shows how it is used when it does not know a flag', async () => {
  const running = start('--dekstop');
  expect(await running.ended).toBe(2);
  expect(running.lines.join('\n')).toMatch(/--dekstop[\s\S]*Usage: npm start/);
  running.remove();
});
