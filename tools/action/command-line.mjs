import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command line could not be installed or built. The message says what to do. */
export class Unprepared extends Error {}

/** The path of the command line: a published version, or built from the commit of the action. */
export function commandLine(version) {
  return version === undefined ? built() : installed(version);
}

function built() {
  const cli = path.join(root, 'server/dist/cli.js');
  if (existsSync(cli)) return cli;
  console.log('::group::Build hotfix-config');
  // The build installs its packages.
  npm(root, 'run', '--silent', 'build');
  console.log('::endgroup::');
  return cli;
}

/** Installs into a new folder, so that files of the checked repository have no effect. */
function installed(version) {
  if (!/^[\w.+-]+$/.test(version))
    throw new Unprepared(
      `invalid version ${JSON.stringify(version)} of hotfix-language-server; write a version such as "0.1.0", or "latest"`,
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
  // On Windows npm is a shell script. The arguments contain no shell characters.
  const { status, error } = spawnSync('npm', args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error)
    throw new Unprepared(`cannot start npm (${error.message}); set the input "node", or install Node`);
  if (status !== 0)
    throw new Unprepared(`"npm ${args.join(' ')}" failed with exit status ${status}; see the log above`);
}
