// Prints the review, on its day, of every hotfix config that was ever committed upstream.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { root } from '../build/bundle.ts';
import { readHistory } from './history.ts';
import { losesHotfix, type Review, replay } from './review.ts';
import { oneLine, rowOf, table } from './table.ts';

const isColored = process.stdout.isTTY && process.stdout.hasColors();
const isDetailed = process.argv.includes('--details');

function main(): void {
  const history = readHistory(join(root, 'test/agentbaker/hotfix-config-history.jsonl'));
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const reviews: Review[] = [];
  try {
    for (const review of replay(folder, history, { color: isColored ? 'always' : 'never' })) {
      if (isDetailed) console.log(block(review));
      reviews.push(review);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${table(reviews.map(rowOf))}\n`);
  console.log('Patch 0 is the version of an image, so nodes that install it have no hotfix to lose.');
  const costly = reviews.filter(losesHotfix);
  const days = costly.map(({ step: { change } }) => `${change.date} (${change.commit})`).join(', ');
  console.log(`${history.length} steps; nodes lost a hotfix in ${costly.length}: ${days}.`);
  if (!isDetailed) console.log('For the output of "check" and "diff": npm run replay -- --details');
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

function indented(title: string, output: string): string {
  const lines = output.trimEnd().split('\n');
  return [`  ${title}`, ...lines.map((line) => (line === '' ? '' : `    ${line}`))].join('\n');
}

main();
