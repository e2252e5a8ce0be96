import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { analysisOf } from '../service/checked-file.ts';
import { type Answer, type Explanation, explain } from '../service/explanation.ts';
import type { Host } from '../service/host.ts';
import { bytesOf } from './content.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { visible } from './report/visible.ts';
import { asProblem, CannotWork, type Terminal, tell } from './terminal.ts';

interface FileExplanation extends Explanation {
  readonly file: string;
}

export interface ExplainFlags extends ProjectFlags {
  readonly format: 'text' | 'json';
}

export async function explainFiles(
  files: readonly string[],
  flags: ExplainFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const projects = new Projects(host, terminal, flags);
  const explanations: FileExplanation[] = [];
  let complete = true;
  let knowsNone = false;
  for (const file of files) {
    // A broken project file is wrong usage, whatever is asked.
    await projects.globsFor(resolve(terminal.cwd, file));
    const bytes = await bytesOf(file, terminal).catch(asProblem);
    if (bytes instanceof CannotWork) {
      complete = false;
      tell(terminal, bytes);
      continue;
    }
    const baked = await bakedFor(file, flags, projects);
    knowsNone ||= baked.length === 0;
    explanations.push({ file, ...explain(analysisOf(bytes), baked) });
  }
  if (flags.format === 'json') terminal.out(`${JSON.stringify(explanations, null, 2)}\n`);
  else terminal.out(explanations.map(print).join('\n'));
  if (knowsNone) terminal.err(noBakedVersion);
  return complete ? exitStatus.fine : exitStatus.failed;
}

const noBakedVersion =
  'hotfix-config: no baked version is known, so nothing is said of what nodes do; name some with --baked VERSION, --baked-from FILE or "bakedVersions" in .hotfixrc.json.\n';

/** The versions that were named, whatever they look like; with none, all that are known. */
async function bakedFor(file: string, flags: ExplainFlags, projects: Projects): Promise<readonly string[]> {
  if (flags.baked.length > 0 && flags.bakedFrom.length === 0) return flags.baked;
  return [...new Set([...flags.baked, ...(await projects.knownFor(file))])];
}

function print({ file, error, verdicts }: FileExplanation): string {
  const head = visible(error === null ? `${file}: nodes can read it` : `${file}:${error}`);
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
