// Makes a fresh clone ready for the other scripts, which need packages; this one needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(
    `This needs Node ${oldestNode.join('.')} or later, and this is ${process.version}: install a newer one and run it again.`,
  );
}

/** Whether what npm noted in node_modules after its last installation is what the lockfile asks for. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!wanted)
    fail('package-lock.json is missing or broken: restore it with "git checkout package-lock.json".');
  if (!installed) return false;
  return Object.entries(wanted).every(([place, { version, integrity, optional, peer }]) => {
    if (place === '') return true;
    const there = installed[place];
    // Packages for other platforms are left out.
    if (!there) return Boolean(optional || peer);
    return there.version === version && there.integrity === integrity && existsSync(path.join(root, place));
  });
}

function packagesIn(name) {
  const file = path.join(root, name);
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing packages (npm ci) …');
  const script = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = script?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) fail(`npm could not be started (${error.message}): it comes with Node, install that again.`);
  if (status !== 0)
    fail(
      'npm could not install the packages, see above. It needs the npm registry; once that answers, run this again.',
    );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

checkNode();
if (!isInstalled()) install();
