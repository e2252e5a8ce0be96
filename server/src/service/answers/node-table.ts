import { quote } from '../../model/index.ts';
import type { NodeAnswer } from './node-answers.ts';

/** The nodes of one image and version. They do the same. */
interface Group {
  readonly answer: NodeAnswer;
  count: number;
}

/** What nodes do, counted by image and version, most nodes first, after a total. */
export function nodeTable(answers: readonly NodeAnswer[]): string[] {
  const groups = new Map<string | null, Group>();
  for (const answer of answers) {
    const group = groups.get(answer.label) ?? { answer, count: 0 };
    group.count++;
    groups.set(answer.label, group);
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.count - a.count || ((a.answer.label ?? '') < (b.answer.label ?? '') ? -1 : 1),
  );
  const width = String(sorted[0]?.count ?? 0).length;
  const rows = sorted.flatMap(({ answer, count }) => [
    `  ${String(count).padStart(width)} x ${name(answer)}`,
    `    binary:  ${binary(answer)}`,
    `    scripts: ${scripts(answer)}`,
  ]);
  return [`  ${sum(answers)}`, ...rows];
}

function sum(answers: readonly NodeAnswer[]): string {
  const count = (test: (answer: NodeAnswer) => boolean) => answers.filter(test).length;
  const upgrading = count(({ binary }) => binary.installs === true);
  const failing = count(({ binary }) => binary.installs === false && binary.asks !== null);
  const open = count(({ binary }) => binary.installs === null);
  const parts = [
    `binary upgrades on ${upgrading}`,
    ...(failing > 0 ? [`cannot be installed on ${failing}`] : []),
    `stays on ${count(({ binary }) => binary.installs === false && binary.asks === null)}`,
    ...(open > 0 ? [`unknown on ${open}`] : []),
  ];
  const scripts = `scripts apply on ${count((answer) => answer.scripts.applies === true)}`;
  return `${answers.length} ${answers.length === 1 ? 'node' : 'nodes'}: ${parts.join(', ')}; ${scripts}`;
}

function name({ label, image, baked, generation }: NodeAnswer): string {
  if (label === null) return 'no image label';
  if (baked === null) return quote(label);
  const where = image === null ? quote(baked) : `${image} ${quote(baked)}`;
  return generation === null ? `${where} (not on record, judged as a current controller)` : where;
}

function binary({ binary: { asks, installs, reason } }: NodeAnswer): string {
  if (installs) return `upgrades to ${quote(asks ?? '')}: ${reason}`;
  if (installs === null)
    return asks === null ? `unknown: ${reason}` : `asks for ${quote(asks)}, unknown: ${reason}`;
  return asks === null ? `stays: ${reason}` : `cannot install ${quote(asks)}: ${reason}`;
}

function scripts({ scripts: { applies, reason }, baked, generation }: NodeAnswer): string {
  if (applies) return `applies: ${reason}`;
  if (applies === null && generation !== 'none') return `${baked === null ? 'unknown' : 'open'}: ${reason}`;
  return `stays: ${reason}`;
}
