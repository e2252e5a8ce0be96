import { type SpawnOptions, spawn } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../build/bundle.ts';
import { buildPlayground } from '../playground/build.ts';
import type { Place } from '../playground/content.ts';
import { type Checked, checkSite } from './check.ts';
import { files } from './links.ts';

const here = import.meta.dirname;

export const siteFolder = join(root, 'dist/site');

/** The playground as a part of the site, which has the pages of the rules. */
const inSite: Place = {
  rulePages: '../docs/rules/{id}.html',
  links: [
    ['Hotfix Config', '../index.html'],
    ['Rules', '../docs/rules/index.html'],
    ['Licenses', 'licenses.txt'],
  ],
};

/** Builds the site for a path, and throws with the dead links if there are any. */
export async function buildSite(base: string): Promise<Checked> {
  await installGenerator();
  await run(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build', '.'], {
    env: { ...process.env, SITE_BASE: base },
  });
  await buildPlayground(join(siteFolder, 'playground'), inSite);
  for (const [file, name] of Object.entries(files)) {
    await mkdir(dirname(join(siteFolder, name)), { recursive: true });
    await copyFile(join(root, file), join(siteFolder, name));
  }
  return checkSite(siteFolder, base);
}

/** Its packages are not among those of the repository, so that a start and the tests do not install them. */
async function installGenerator(): Promise<void> {
  const lock = (path: string) => readFile(join(here, path), 'utf8').then(JSON.parse, () => undefined);
  const [wanted, installed] = [
    await lock('package-lock.json'),
    await lock('node_modules/.package-lock.json'),
  ];
  const version = (of: typeof wanted) => of?.packages['node_modules/vitepress']?.version;
  if (version(wanted) === version(installed)) return;
  console.log('Installing the generator of the site (npm, once, 100 MB in tools/site/node_modules/) …');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'], {
    // npm is a script there.
    shell: process.platform === 'win32',
  });
}

function run(program: string, args: readonly string[], options: SpawnOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`"${args[0]}" ended with status ${status}`)),
    );
  });
}
