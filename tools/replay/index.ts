// Prints the review, on its day, of every hotfix config that was ever committed upstream.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { root } from '../build/bundle.ts';
import { type Change, readHistory } from './history.ts';
import { type Review, replay } from './review.ts';

const isColored = process.stdout.isTTY && process.stdout.hasColors();
const losses = ['entry-removed', 'patch-lowered'];

function main(): void {
  const history = readHistory(join(root, 'test/agentbaker/hotfix-config-history.jsonl'));
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const costly: Change[] = [];
  try {
    for (const review of replay(folder, history, { color: isColored ? 'always' : 'never' })) {
      console.log(block(review));
      if (review.rules.some((rule) => losses.includes(rule))) costly.push(review.step.change);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const days = costly.map(({ date, commit }) => `${date} (${commit})`).join(', ');
  console.log(`${history.length} steps; nodes lost a hotfix in ${costly.length}: ${days}.`);
}

function block({ step: { change, before }, findings, differences }: Review): string {
  const was = before.change?.text ?? null;
  const moved = before.change && before.change.path !== change.path ? `, was ${before.change.path}` : '';
  const head = `${change.date}  ${change.commit}  ${change.path}${moved}`;
  return [
    isColored ? styleText('bold', head) : head,
    `${oneLine(was)}  ->  ${oneLine(change.text)}`,
    indented('check', findings),
    indented('diff', differences),
    '',
  ].join('\n');
}

function oneLine(text: string | null): string {
  return text === null ? 'no file' : text.replace(/\s+/g, ' ').trim();
}

function indented(title: string, output: string): string {
  const lines = output.trimEnd().split('\n');
  return [`  ${title}`, ...lines.map((line) => (line === '' ? '' : `    ${line}`))].join('\n');
}

main();
