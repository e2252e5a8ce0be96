import { Analysis, decodeUtf8, quote } from '../model/index.ts';
import { type Explanation, explain, readingsOfFile } from '../service/answers/explanation.ts';
import { answersFor, type NodeAnswer } from '../service/answers/node-answers.ts';
import { howToList, type ListedNode, readNodeList } from '../service/answers/node-list.ts';
import { nodeTable } from '../service/answers/node-table.ts';
import { servedSentence } from '../service/answers/served.ts';
import { analysisOf, textOf } from '../service/findings/checked-file.ts';
import type { Host } from '../service/host.ts';
import { visible } from '../service/visible.ts';
import { type Styler, stylerFor } from './color.ts';
import { bytesOf, largestNodeList } from './content.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { outcomeRows, verdictRows } from './explained-text.ts';
import { withoutGlobs } from './globs.ts';
import { Manifests, nameInManifest } from './manifests.ts';
import { payloadBeside } from './payloads.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { asProblem, CannotWork, reportProblem, type Terminal, WrongUsage, warn } from './terminal.ts';

interface FileExplanation extends Explanation {
  /** Null if the node has no file. */
  readonly file: string | null;
  /** The scripts in AgentBaker's payload beside the config; null if its marker lines do not tell. */
  readonly payload?: readonly string[] | null;
  /** One row per node, with `--nodes`. */
  readonly nodes?: readonly NodeAnswer[];
}

export interface ExplainFlags extends ProjectFlags {
  readonly format: 'text' | 'json';
  /** A file with the response of the live-patching service. */
  readonly served: string | undefined;
  /** A file with the nodes to answer for. */
  readonly nodes: string | undefined;
}

export async function explainFiles(
  written: readonly string[],
  flags: ExplainFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const files = await withoutGlobs(written, terminal);
  refuseSharedInput(files, flags);
  const projects = new Projects(host, terminal, flags);
  const manifests = new Manifests(projects, terminal);
  const served = await servedBy(flags.served, manifests, terminal);
  const nodes = await nodesIn(flags.nodes, terminal);
  const explanations: FileExplanation[] = [];
  /** What the served map does to each file. */
  const servedEffects = new Map<string | null, string>();
  let complete = true;
  let knowsNone = false;
  /** What a manifest serves, to nodes without a file. */
  const servedAlone = new Set<string>();
  for (const path of files.length > 0 ? files : [null]) {
    // A broken project file is always wrong usage.
    await projects.requireValid(path ?? '-');
    const found = await nodeFilesIn(path, served, manifests, terminal).catch(asProblem);
    if (found instanceof CannotWork) {
      complete = false;
      reportProblem(terminal, found);
      continue;
    }
    for (const { file, isAlone, ...nodeFile } of found) {
      if (file !== null && isAlone) servedAlone.add(file);
      const catalogue = await projects.catalogueOf(path ?? '-');
      const payload = isAlone ? undefined : await payloadBeside(file ?? '-', terminal, projects);
      const baked = nodes ? flags.baked : await bakedFor(path ?? '-', flags, projects);
      knowsNone ||= !nodes && baked.length === 0;
      const effect = servedSentence(nodeFile.analysis ?? new Analysis(''), nodeFile.served);
      if (effect !== null) servedEffects.set(file, effect);
      explanations.push({
        file,
        ...(payload && { payload: payload.unpaired.length > 0 ? null : payload.names }),
        ...explain(nodeFile, baked, catalogue),
        ...(nodes && { nodes: answersFor(nodes, readingsOfFile(nodeFile), catalogue) }),
      });
    }
  }
  if (flags.format === 'json') terminal.out(`${JSON.stringify(explanations, null, 2)}\n`);
  else
    terminal.out(
      explanations
        .map(print(flags.baked.length === 0, servedEffects, servedAlone, stylerFor('out', terminal)))
        .join('\n'),
    );
  if (knowsNone) warn(terminal, 'no baked version is known, so there are no outcomes to show', nameSome);
  return complete ? exitStatus.fine : exitStatus.failed;
}

const nameSome = 'use --baked VERSION, --baked-from FILE or "bakedVersions" in .hotfixrc.json';

/** Standard input can be read for one argument only. */
function refuseSharedInput(files: readonly string[], { served, nodes }: ExplainFlags): void {
  const readers = [
    ...files.filter((file) => file === '-').map(() => 'FILE'),
    ...(served === '-' ? ['--served'] : []),
    ...(nodes === '-' ? ['--nodes'] : []),
  ];
  const [first, second] = [...new Set(readers)];
  if (second)
    throw new WrongUsage(
      `${first} and ${second} cannot both read standard input ("-")`,
      'name a file for one of them',
    );
}

/** A manifest of the service, or the response itself. */
async function servedBy(
  path: string | undefined,
  manifests: Manifests,
  terminal: Terminal,
): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const bytes = await bytesOf(path, terminal);
  const { configs = [] } = (await manifests.open(path, bytes)) ?? {};
  const [first, second] = configs;
  if (second)
    throw new WrongUsage(
      `cannot use --served ${quote(path)}: it has ${configs.length} served maps`,
      'pass it as FILE to explain all of them',
    );
  return first?.text.text ?? decodeUtf8(bytes);
}

/** What nodes have: a file, or none and a served map. */
interface NodeFile {
  /** The name in the answer. */
  readonly file: string | null;
  readonly analysis: Analysis | null;
  readonly served: string | undefined;
  /** A manifest serves it. */
  readonly isAlone?: true;
}

async function nodeFilesIn(
  path: string | null,
  served: string | undefined,
  manifests: Manifests,
  terminal: Terminal,
): Promise<NodeFile[]> {
  if (path === null) return [{ file: null, analysis: null, served }];
  const bytes = await bytesOf(path, terminal);
  const manifest = await manifests.open(path, bytes);
  if (!manifest) return [{ file: path, analysis: analysisOf(bytes), served }];
  if (manifest.configs.length === 0)
    throw new CannotWork(`cannot explain ${quote(path)}: no hotfix config in a ConfigMap`, 'check the path');
  if (served !== undefined)
    throw new WrongUsage(
      `--served cannot be combined with ${quote(path)}: it is served too`,
      'name one of them',
    );
  return manifest.configs.map(({ id, text }) => ({
    file: nameInManifest(path, id),
    analysis: null,
    served: text.text,
    isAlone: true,
  }));
}

async function nodesIn(
  path: string | undefined,
  terminal: Terminal,
): Promise<readonly ListedNode[] | undefined> {
  if (path === undefined) return undefined;
  // PowerShell redirects in UTF-16.
  const { text } = textOf(await bytesOf(path, terminal, largestNodeList));
  const list = readNodeList(text);
  if ('problem' in list)
    throw new WrongUsage(`cannot use --nodes ${quote(path)}: ${list.problem}`, howToList);
  return list.nodes;
}

/** The versions named by flags, valid or not; without flags all known ones. */
async function bakedFor(file: string, flags: ExplainFlags, projects: Projects): Promise<readonly string[]> {
  if (flags.baked.length > 0 && flags.bakedFrom.length === 0) return flags.baked;
  return [...new Set([...flags.baked, ...(await projects.knownFor(file))])];
}

function print(
  isGrouped: boolean,
  servedEffects: ReadonlyMap<string | null, string>,
  servedAlone: ReadonlySet<string>,
  style: Styler,
): (explanation: FileExplanation) => string {
  return ({ file, error, payload, verdicts, nodes, staged, stagedByStamped }) => {
    const name = file ?? 'no file';
    const isAlone = file !== null && servedAlone.has(file);
    const says = file === null ? 'nodes have an empty config' : isAlone ? 'served to nodes' : 'readable';
    const head = visible(error === null ? `${name}: ${says}` : `${name}:${error}`);
    const effect = servedEffects.get(file);
    const served =
      effect === undefined
        ? []
        : [
            `  ${effect}`,
            ...(staged ? [`  The file becomes: ${staged}`] : []),
            ...(stagedByStamped && stagedByStamped !== staged
              ? [`  On "stamped" images, the file becomes: ${stagedByStamped}`]
              : []),
          ];
    const table = nodes ? nodeTable(nodes) : [];
    const rows = isGrouped ? outcomeRows(verdicts) : verdictRows(verdicts);
    return [
      style(error === null ? 'bold' : 'red', head),
      ...(payload === undefined ? [] : [`  ${visible(payloadSentence(payload))}`]),
      ...served.map(visible),
      ...table.map(visible),
      ...rows,
      '',
    ].join('\n');
  };
}

/** Real payloads have a handful. */
const mostNames = 20;

function payloadSentence(payload: readonly string[] | null): string {
  if (payload === null)
    return 'nodecustomdata.yml has a marker line without its counterpart, so its scripts are unknown';
  if (payload.length === 0) return 'nodecustomdata.yml has no scripts, so nodes apply none';
  const more = payload.length > mostNames ? ` and ${payload.length - mostNames} more` : '';
  const names = payload.slice(0, mostNames).map((name) => quote(name));
  return `nodecustomdata.yml has the scripts ${names.join(', ')}${more}`;
}
