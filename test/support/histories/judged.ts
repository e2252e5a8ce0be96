import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hotfixConfigHere, withRecord } from '../cli.ts';
import { type History, mergeBases, randomHistory } from './history.ts';
import { checkOut, makeRepository } from './repository.ts';
import { filesOf, today } from './state.ts';
import { expectedFindings, mergedBaseline } from './truth.ts';

/** A history whose findings are not those that its known losses have. */
export interface Misjudged {
  readonly seed: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

export interface Judged {
  readonly losses: number;
  readonly misjudged: readonly Misjudged[];
}

/** Checks the ends of random histories, and compares the findings with what nodes lose. */
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
      if (missed.length + invented.length > 0) misjudged.push({ seed: history.seed, missed, invented });
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
