import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './editions.ts';

const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Whether packages of another release of Debian can be downloaded: they are not installed, so anyone may. */
export function canUnpack(): boolean {
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(keys);
}

/** A package of another release of Debian, with all that it depends on, in a folder. The system is not changed. */
export class Unpacked {
  readonly release: string;
  readonly package: string;

  constructor(release: string, name: string) {
    this.release = release;
    this.package = name;
  }

  private get folder(): string {
    return path.join(root, '.editors', this.release, this.package);
  }

  path(inside: string): string {
    return path.join(this.folder, inside);
  }

  /** What starts a program of the package: with the libraries of its release. */
  command(program: string): string[] {
    return [
      this.path('usr/lib64/ld-linux-x86-64.so.2'),
      '--library-path',
      this.path('usr/lib/x86_64-linux-gnu'),
      this.path(program),
    ];
  }

  /** Downloads and unpacks it. */
  unpack(): void {
    const work = `${this.folder}.new`;
    rmSync(work, { recursive: true, force: true });
    for (const name of ['lists/partial', 'archives/partial', 'root'])
      mkdirSync(path.join(work, name), { recursive: true });
    const file = (name: string, text: string) => {
      writeFileSync(path.join(work, name), text);
      return path.join(work, name);
    };
    const options = {
      'Dir::Etc::SourceList': file(
        'sources.list',
        `deb [signed-by=${keys}] ${mirror()} ${this.release} main\n`,
      ),
      'Dir::Etc::SourceParts': '-',
      'Dir::State': work,
      // Nothing is installed for this apt, so it downloads all that the package depends on.
      'Dir::State::Status': file('status', ''),
      'Dir::Cache': work,
    };
    const settings = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    const apt = (...args: string[]) =>
      execFileSync('apt-get', ['-qq', ...settings, ...args], { stdio: 'pipe' });
    apt('update');
    apt('install', '-y', '--download-only', '--no-install-recommends', this.package);
    const archives = path.join(work, 'archives');
    for (const name of readdirSync(archives).filter((name) => name.endsWith('.deb')))
      execFileSync('dpkg-deb', ['--extract', path.join(archives, name), path.join(work, 'root')]);
    rmSync(this.folder, { recursive: true, force: true });
    renameSync(path.join(work, 'root'), this.folder);
    rmSync(work, { recursive: true });
  }
}

/** The address that this system has its own packages from. */
function mirror(): string {
  const sites = execFileSync('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'], {
    encoding: 'utf8',
  });
  const site = sites.split('\n').find((one) => /debian\/?$/.test(one));
  if (site === undefined)
    throw new Error('apt-get lists no address of the Debian archive: run "apt-get update".');
  return site;
}
