import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Analysis, applyEdits, decodeUtf8, quote } from '../model/index.ts';
import { textOf } from '../service/checked-file.ts';
import { check } from '../service/finding.ts';
import { fixAll } from '../service/fix-all.ts';
import type { Host } from '../service/host.ts';
import { findConfigs } from './configs.ts';
import { cannot, readBytes } from './files.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { CannotWork, type Terminal } from './terminal.ts';

export interface FixFlags extends ProjectFlags {
  /** Change nothing, only say what would change. */
  readonly check: boolean;
  /** Drop comments too, which are no part of the safe fixes. */
  readonly comments: boolean;
  readonly stdinFilename: string | undefined;
}

/** Applies every safe fix; answers whether any file changed, or would have. */
export async function fix(
  paths: readonly string[],
  flags: FixFlags,
  terminal: Terminal,
  host: Host,
): Promise<boolean> {
  const projects = new Projects(host, terminal);
  const configs = await findConfigs(paths, terminal, projects);
  if (configs.length === 0) terminal.err('hotfix-config: no config found; nothing was fixed.\n');
  let changed = 0;
  for (const path of configs) {
    const file = resolve(terminal.cwd, path === '-' ? (flags.stdinFilename ?? '-') : path);
    const bytes = await readBytes(path, terminal);
    const { encoding } = textOf(bytes);
    if (encoding)
      throw new CannotWork(
        `${quote(path)} is not fixed: it is saved as ${encoding}; save it as UTF-8 first.`,
      );
    const fixed = await fixedText(file, decodeUtf8(bytes), flags, projects);
    if (path === '-' && !flags.check) terminal.out(fixed);
    if (fixed === decodeUtf8(bytes)) continue;
    changed++;
    if (path === '-') continue;
    if (!flags.check) await replaceFile(file, path, bytes, fixed);
    terminal.out(`${flags.check ? 'would fix' : 'fixed'} ${path}\n`);
  }
  return changed > 0;
}

async function fixedText(file: string, text: string, flags: FixFlags, projects: Projects): Promise<string> {
  const options = await projects.optionsFor(file, flags);
  const bare = flags.comments ? withoutComments(text) : text;
  const analysis = new Analysis(bare);
  return applyEdits(bare, fixAll(analysis, options));
}

function withoutComments(text: string): string {
  const findings = check(new Analysis(text), { levels: {}, today: '' });
  const fixes = findings.flatMap((finding) => finding.fixes()).filter(({ dropsComment }) => dropsComment);
  return applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits),
  );
}

/** Writes a new file and puts it in the place of the old one, which must still be the one that was read. */
async function replaceFile(file: string, path: string, before: Uint8Array, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  if (!Buffer.from(decodeUtf8(before)).equals(before)) {
    throw new CannotWork(
      `${quote(path)} is not fixed: it is not valid UTF-8, and writing it would lose bytes; save it as UTF-8 first.`,
    );
  }
  const target = await realpath(file);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const { mode } = await stat(target);
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.chmod(mode);
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await readFile(target)).equals(before)) {
      throw new CannotWork(`${quote(path)} is not fixed: it changed while it was worked on; run this again.`);
    }
    await rename(temporary, target);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown instanceof CannotWork ? thrown : cannot('write', path, thrown);
  }
}
