import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** There is no command line to run; the message says what to do about it. */
export class Unprepared extends Error {}

/** The path of the command line: of a published version, or built from the commit that the action is of. */
export function commandLine(version) {
  return version === undefined ? built() : installed(version);
}

function built() {
  const cli = path.join(root, 'server/dist/cli.js');
  if (existsSync(cli)) return cli;
  console.log('::group::Build hotfix-config');
  // It installs what it needs.
  npm(root, 'run', '--silent', 'build');
  console.log('::endgroup::');
  return cli;
}

/** In a folder of its own, so that nothing in the repository under check has a say in it. */
function installed(version) {
  if (!/^[\w.+-]+$/.test(version))
    throw new Unprepared(
      `${JSON.stringify(version)} is no version of hotfix-language-server: write one such as "0.1.0", or "latest".`,
    );
  const temporary = process.env['RUNNER_TEMP'] ?? tmpdir();
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(path.join(temporary, 'hotfix-config-'));
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(folder, 'install', ...quietly, `hotfix-language-server@${version}`);
  return path.join(folder, 'node_modules/hotfix-language-server/dist/cli.js');
}

function npm(cwd, ...args) {
  // npm is a script for the shell on Windows; no argument has a character that one would understand.
  const { status, error } = spawnSync('npm', args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error)
    throw new Unprepared(
      `npm could not be started (${error.message}): set the input "node", or install Node.`,
    );
  if (status !== 0) throw new Unprepared(`"npm ${args.join(' ')}" ended with ${status}, see the log above.`);
}
