import type { CoverageBaked, CoverageBase, TargetSteps } from '../../../server/src/coverage-types.ts';
import { quote } from '../../../server/src/model/quote.ts';
import type { Coverage, NodeSteps } from '../../../server/src/protocol.ts';
import { changes } from './changes.ts';
import { limited, shown } from './shown.ts';

export interface Described {
  /** The name of the file in the workspace. */
  readonly name: string;
  readonly hasUnsavedChanges: boolean;
  readonly coverage: Coverage;
  /** The steps of the requested baked version; null if none was requested. */
  readonly nodeSteps: NodeSteps | null;
  /** Whether the changes since HEAD were requested. */
  readonly isCompared: boolean;
}

/**
 * The server's answers as plain text, in the same words as elsewhere. Text from a file is quoted and cut, as in the
 * server's own sentences, so that a model does not mistake it for our words.
 */
export function describe({ name, hasUnsavedChanges, coverage, nodeSteps, isCompared }: Described): string {
  const paragraphs = [
    `${quote(name)}${hasUnsavedChanges ? ', with changes that are not saved' : ''}: ${coverage.summary}`,
    ...problem(coverage),
    ...(nodeSteps ? stepsOf(nodeSteps, coverage) : allVersions(coverage)),
    ...(isCompared ? changes(coverage) : []),
  ];
  return paragraphs.join('\n\n');
}

function problem({ problem }: Coverage): string[] {
  return problem ? [`Line ${problem.range.start.line + 1}: ${problem.message}`] : [];
}

function stepsOf(nodeSteps: NodeSteps, coverage: Coverage): string[] {
  const { baked, images } = nodeSteps;
  const node = shown(baked);
  const isKnown = coverage.bases.some((base) => base.baked.some(({ version }) => version === baked));
  const known = isKnown
    ? images.length > 0 && `Images with ${node}: ${limited(images.map(imageDoing), 50).join(', ')}.`
    : `No known image has ${node}. A node of that version would do this.`;
  return [
    ...(known ? [known] : []),
    part(`Controller binary of nodes baked with ${node}`, nodeSteps.binary),
    part(`Provisioning scripts of nodes baked with ${node}`, nodeSteps.scripts),
  ];
}

function imageDoing({ name, does, reason }: NodeSteps['images'][number]): string {
  if (does === null || does === 'upgrades') return quote(name);
  const words = does === 'cannot' ? 'cannot install it' : 'not on record whether it installs it';
  return `${quote(name)} (${words}: ${reason})`;
}

function part(title: string, { to, isVoid, always, steps }: TargetSteps): string {
  const lines = steps.map(
    ({ text, range }, i) => `${i + 1}. ${text}${range ? ` (line ${range.start.line + 1})` : ''}`,
  );
  if (always) return [`${title}: applied, whatever the config says.`, ...lines].join('\n');
  const does = isVoid ? inVain(to) : to ? `upgrades to ${shown(to)}` : 'stays as baked';
  return [`${title}: ${does}.`, ...lines].join('\n');
}

function allVersions(coverage: Coverage): string[] {
  const { bases } = coverage;
  if (bases.every(({ baked }) => baked.length === 0)) {
    return ['No baked versions are known, so it is unknown which nodes exist.', ...entries(bases)];
  }
  const untouched = bases.flatMap(({ baked }) => baked.filter(isUntouched)).map(({ version }) => version);
  return [
    ...entries(bases),
    ...(untouched.length > 0
      ? [`Baked versions that stay as they are: ${limited(untouched).join(', ')}.`]
      : []),
  ];
}

/** What nodes do, for each base in the config. */
function entries(bases: readonly CoverageBase[]): string[] {
  const lines = bases.filter((base) => base.entry ?? !base.baked.every(isUntouched)).map(line);
  return lines.length > 0 ? [['By base:', ...limited(lines).map((line) => `- ${line}`)].join('\n')] : [];
}

function line(base: CoverageBase): string {
  const { entry, baked, retired, supportedUntil } = base;
  const about = [
    ...(entry
      ? [`line ${entry.range.start.line + 1}, ${quote(entry.hotfix)}${entry.isVoid ? ', void' : ''}`]
      : []),
    ...(retired && supportedUntil ? [`out of support since ${supportedUntil}`] : []),
  ];
  const does = baked.map((one) => `${one.version} ${doing(one)}`);
  return `${base.base}${about.length > 0 ? ` (${about.join('; ')})` : ''}: ${limited(does, 20).join('; ') || 'no known image has this base'}`;
}

function doing({ outcome, to, scriptsTo }: CoverageBaked): string {
  const scripts = scriptsTo ? `, and its scripts upgrade to ${shown(scriptsTo)}` : '';
  switch (outcome) {
    case 'upgrades':
      return `upgrades to ${shown(to)}${scripts}`;
    case 'already-there':
      return `stays: already at this patch or a higher one${scripts}`;
    case 'cannot':
      return `stays: its images cannot apply the hotfix${scripts}`;
    case 'unclear':
      return `asks for the hotfix; whether its images can install it is not on record${scripts}`;
    case 'void':
      return `stays: the entry is void${scripts}`;
    case 'not-listed':
      return `stays: not listed${scripts}`;
    case 'unreadable':
      return 'stays: the file cannot be read';
  }
}

/** Versions that nodes ask for but do not get. */
function inVain(version: string): string {
  return `get nothing: no package has the name ${quote(version)}`;
}

function isUntouched({ outcome, scriptsTo }: CoverageBaked): boolean {
  return (outcome === 'not-listed' || outcome === 'unreadable') && scriptsTo === '';
}
