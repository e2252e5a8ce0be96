import {
  Analysis,
  binaryVerdict,
  type Config,
  decodeUtf8,
  explainReason,
  quote,
  scriptsVerdict,
  type Verdict,
} from '../model/index.ts';
import type { Host } from '../service/host.ts';
import { whyUnreadable } from '../service/unreadable.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { readBytes } from './files.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { asProblem, CannotWork, type Terminal, tell } from './terminal.ts';

interface Explanation {
  readonly file: string;
  readonly readable: boolean;
  readonly error: string | null;
  readonly config: {
    version: string;
    scripts_version: string;
    hotfixes: Record<string, string> | null;
  } | null;
  readonly verdicts: readonly { baked: string; binary: Answer; scripts: Answer }[];
}

interface Answer {
  readonly resolved: string;
  readonly upgrade: boolean;
  readonly reason: string;
}

export interface ExplainFlags extends ProjectFlags {
  readonly format: 'text' | 'json';
}

export async function explain(
  files: readonly string[],
  flags: ExplainFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const projects = new Projects(host, terminal, flags);
  const explanations: Explanation[] = [];
  let complete = true;
  for (const file of files) {
    const bytes = await readBytes(file, terminal).catch(asProblem);
    if (bytes instanceof CannotWork) {
      complete = false;
      tell(terminal, bytes);
    } else explanations.push(explainFile(file, bytes, await bakedFor(file, flags, projects)));
  }
  if (flags.format === 'json') terminal.out(`${JSON.stringify(explanations, null, 2)}\n`);
  else terminal.out(explanations.map(print).join('\n'));
  return complete ? exitStatus.fine : exitStatus.failed;
}

/** The versions that were named, whatever they look like; with none, all that are known. */
async function bakedFor(file: string, flags: ExplainFlags, projects: Projects): Promise<readonly string[]> {
  if (flags.baked.length > 0 && flags.bakedFrom.length === 0) return flags.baked;
  return [...new Set([...flags.baked, ...(await projects.knownFor(file))])];
}

function explainFile(file: string, bytes: Uint8Array, baked: readonly string[]): Explanation {
  const analysis = new Analysis(decodeUtf8(bytes));
  const { config } = analysis;
  return {
    file,
    readable: config !== null,
    error: config ? null : whyUnreadable(analysis),
    config: config && printable(config),
    verdicts: baked.map((version) => ({
      baked: version,
      binary: answer(binaryVerdict(config, version)),
      scripts: answer(scriptsVerdict(config, version)),
    })),
  };
}

function answer({ resolved, upgrade, reason }: Verdict): Answer {
  return { resolved, upgrade, reason: explainReason(reason) };
}

function printable({ version, scriptsVersion, hotfixes }: Config): NonNullable<Explanation['config']> {
  return { version, scripts_version: scriptsVersion, hotfixes: hotfixes && Object.fromEntries(hotfixes) };
}

function print({ file, error, verdicts }: Explanation): string {
  const head = error === null ? `${file}: nodes can read it` : `${file}:${error}`;
  const rows = verdicts.flatMap(({ baked, binary, scripts }) => [
    `  ${quote(baked)}`,
    `    binary:  ${sentence(binary)}`,
    `    scripts: ${sentence(scripts)}`,
  ]);
  return [head, ...rows, ''].join('\n');
}

function sentence({ upgrade, resolved, reason }: Answer): string {
  return upgrade ? `upgrades to ${quote(resolved)}: ${reason}` : `stays: ${reason}`;
}
