// Makes a fresh clone ready for the other scripts, which need packages; this one needs nothing but Node.
//   node tools/setup.mjs             what a build needs
//   node tools/setup.mjs --all       what tests and checks need, too
//   node tools/setup.mjs --editor X  the packages of the editor tools/editor/X, at the same time
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];
/** The packages of the repository that a build needs. The others are for tests and the playground. */
const toBuild = ['', 'server'];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(
    `Node ${oldestNode.join('.')} or later is required, not ${process.version}. Install it and run the command again.`,
  );
}

/** The state of npm's last installation in node_modules: missing, other, part of what is needed, or complete. */
function stateOf(all) {
  const locked = packagesIn('package-lock.json');
  if (!locked)
    fail('package-lock.json is missing or broken: restore it with "git checkout package-lock.json".');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!installed) return 'nothing';
  const isAsLocked = ([folder, { version, integrity, link, optional }]) => {
    if (link || !folder.startsWith('node_modules/')) return true;
    const wanted = locked[folder];
    // If npm cannot build an optional package, it removes it, but may still list it.
    const isThere = optional || existsSync(path.join(root, folder));
    return isThere && wanted?.version === version && wanted.integrity === integrity;
  };
  if (!Object.entries(installed).every(isAsLocked)) return 'other';
  const own = Object.keys(locked).filter((folder) => !/(?:^|\/)node_modules\//.test(folder));
  const has = (of) => (name) =>
    [`${of}/node_modules/${name}`, `node_modules/${name}`].some((folder) => installed[folder]);
  const isWhole = (of) =>
    Object.keys({ ...locked[of].dependencies, ...locked[of].devDependencies }).every(has(of));
  return (all ? own : toBuild).every(isWhole) ? 'all' : 'part';
}

function packagesIn(name) {
  try {
    return JSON.parse(readFileSync(path.join(root, name), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install(state, all) {
  console.log(`Installing the packages for ${all ? 'tests and checks' : 'a build'} (npm) …`);
  const some = all
    ? []
    : [...toBuild.filter(Boolean).flatMap((name) => ['-w', name]), '--include-workspace-root'];
  // Correct packages stay: another script may be using them.
  const how = state === 'part' ? ['install', '--no-save'] : ['ci'];
  if ((await npm([...how, ...some], root)) !== 0)
    fail(
      'npm could not install the packages, see above. It needs the npm registry; once that answers, run this again.',
    );
}

/** The packages of an editor, to be used by tools/editor/fetch.ts, which also reports a failure of this step. */
async function fetchEditor(name) {
  const cache = path.join(root, '.vscode-test');
  const folder = path.join(cache, `packages-${name}`);
  const isKnown = existsSync(cache) && readdirSync(cache).some((one) => one.startsWith(`${name}-`));
  if (process.platform === 'win32' || isKnown || existsSync(path.join(folder, 'complete'))) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(root, 'tools/editor', name, file), path.join(folder, file));
  if ((await npm(['ci'], folder)) === 0) writeFileSync(path.join(folder, 'complete'), '');
}

function npm(args, cwd) {
  // No package needs its install script. One would compile a key store for publishing.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  const script = process.env.npm_execpath;
  const options = { cwd, stdio: ['ignore', 'inherit', 'inherit'] };
  const child = script?.endsWith('npm-cli.js')
    ? spawn(process.execPath, [script, ...args, ...quiet], options)
    : spawn('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.once('error', (error) =>
      fail(`npm could not be started (${error.message}): it comes with Node, install that again.`),
    );
    child.once('close', resolve);
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

async function main() {
  checkNode();
  const all = process.argv.includes('--all');
  const editor = process.argv[process.argv.indexOf('--editor') + 1 || process.argv.length];
  const isReady = () => stateOf(all) === 'all';
  if (isReady() && !editor) return;
  const work = async () => {
    const state = stateOf(all);
    await Promise.all([state !== 'all' && install(state, all), editor && fetchEditor(editor)]);
  };
  await withLock(path.join(root, '.setup.lock'), work, (pid) =>
    console.log(`Another script is installing packages here (process ${pid}): waiting for it …`),
  );
}

await main();
