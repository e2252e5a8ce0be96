import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hotfixConfigHere, withRecord } from '../cli.ts';
import { type History, mergeBases, randomHistory } from './history.ts';
import { checkOut, makeRepository } from './repository.ts';
import { filesOf, today, unrecorded } from './state.ts';
import { expectedFindings, inOneFault, mergedBaseline } from './truth.ts';

/** A history whose findings are not those that its known losses have. */
export interface Misjudged {
  readonly seed: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
  /** The losses that only one of `check --baseline` and `diff` shows. */
  readonly disputed: readonly string[];
}

export interface Judged {
  readonly losses: number;
  readonly misjudged: readonly Misjudged[];
}

/** Checks the ends of random histories, and compares the findings with what nodes lose, and with what `diff` shows. */
export async function judgeHistories(count: number, seed: number): Promise<Judged> {
  const histories = Array.from({ length: count }, (_, i) => randomHistory(seed + i));
  const folder = mkdtempSync(join(tmpdir(), 'histories-'));
  const misjudged: Misjudged[] = [];
  let losses = 0;
  try {
    makeRepository(folder, histories);
    let written: readonly string[] = [];
    for (const history of histories) {
      const branch = checkOut(folder, history, written);
      written = [...filesOf(history.workTree).keys()];
      const expected = expectedOf(history);
      const found = await findingsAgainst(branch, folder);
      losses += expected.filter((one) => !one.startsWith('scripts-payload')).length;
      const missed = without(expected, found);
      const invented = without(found, expected);
      const shown = await lossesOfDiff(branch, folder, history);
      const reported = found.filter((one) => !one.startsWith('scripts-payload'));
      const disputed = [...without(reported, shown), ...without(shown, reported)];
      if (missed.length + invented.length + disputed.length > 0)
        misjudged.push({ seed: history.seed, missed, invented, disputed });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { losses, misjudged };
}

export function expectedOf({ head, base, workTree }: History): string[] {
  const bases = mergeBases(head, base).map(({ state }) => state);
  return expectedFindings(mergedBaseline(bases, base.state), workTree);
}

interface JsonFinding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
}

/** The findings of the rules about losses and about scripts. */
async function findingsAgainst(branch: string, cwd: string): Promise<string[]> {
  const args = ['check', '--format=json', `--today=${today}`, `--baseline=${branch}`];
  const { out, err } = await hotfixConfigHere(args, { cwd, files: withRecord });
  if (out === '') throw new Error(err);
  const findings: JsonFinding[] = JSON.parse(out);
  return findings
    .filter(({ ruleId }) => /^(?:entry-removed|patch-lowered|payload-removed|scripts-payload)$/.test(ruleId))
    .map(toText)
    .sort();
}

interface JsonDifference {
  readonly baked: string;
  readonly what: 'binary' | 'scripts' | 'payload';
  readonly change: string;
  readonly before: string | null;
  readonly accepted?: string;
  readonly supportedUntil?: string;
}

const rules: Readonly<Record<string, string>> = {
  'binary lost': 'entry-removed/binary',
  'binary lowered': 'patch-lowered/binary',
  'scripts lost': 'entry-removed/scripts',
  'payload lost': 'payload-removed/lost',
};

/** The losses that `diff` shows, in the form of the findings that they should have. */
async function lossesOfDiff(branch: string, cwd: string, { workTree }: History): Promise<string[]> {
  const args = ['diff', branch, '--format=json', `--today=${today}`];
  const { out, err } = await hotfixConfigHere(args, { cwd, files: withRecord });
  if (out === '') throw new Error(err);
  const files: { readonly differences: readonly JsonDifference[] }[] = JSON.parse(out);
  const losses = new Map<string, JsonDifference & { base: string; rule: string }>();
  for (const difference of files.flatMap(({ differences }) => differences)) {
    const { what, change, baked, supportedUntil } = difference;
    const rule = rules[`${what} ${change}`];
    const base = baked.split('.').slice(0, 2).join('.');
    // A check judges a base that is not on record by patch 0, and a lower patch of a base before what nodes above it lose.
    const isLess = change === 'lost' && losses.has(`${what} ${base}`);
    const isMadeUp = what === 'binary' && unrecorded.includes(base) && baked !== `${base}.0`;
    if (rule && supportedUntil === undefined && !isLess && !isMadeUp)
      losses.set(`${what} ${base}`, { ...difference, base, rule });
  }
  const isUnreadable = workTree.config?.isEmbedded && workTree.config.isBroken;
  const isInFault = ({ what, accepted }: JsonDifference) => isUnreadable && what !== 'payload' && !accepted;
  const all = [...losses.values()];
  const apart = all
    .filter((loss) => !isInFault(loss))
    .map(({ rule, base, what, before, accepted }) => {
      const more = what === 'payload' ? ` ${before}` : '';
      return accepted ? `${rule.replace(/\/.*/, '/accepted')} ${base}` : `${rule} ${base}${more}`;
    });
  return [...apart, ...inOneFault(all.filter(isInFault))].sort();
}

function toText({ ruleId, messageId, message }: JsonFinding): string {
  const [, more] = / and (\d+) more /.exec(message) ?? [];
  const [, base] = /base "([\d.]+)"/.exec(message) ?? [];
  const [, names] = /^"([^"]*)" left/.exec(message) ?? [];
  const details = messageId.startsWith('unreadable') ? [more] : [base, names];
  return [`${ruleId}/${messageId}`, ...details.filter((detail) => detail !== undefined)].join(' ');
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
