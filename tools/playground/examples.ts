import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example } from '../../playground/src/content.ts';
import { root } from '../build/bundle.ts';

/** The examples of the gallery. All of them are part of the documentation, where they are tested. */
export async function readExamples(): Promise<readonly Example[]> {
  const readme = await read('README.md');
  return [...(await inFolder()), ...outcomes(readme), pullRequest(readme)];
}

/** The configs of `examples/`, as its README describes them. */
async function inFolder(): Promise<Example[]> {
  const rows = rowsIn(await read('examples/README.md'), /^\[.*\]\((.*\.json)\)$/);
  return Promise.all(
    rows.map(async ([path = '', shows = '']) => ({
      title: titleFrom(shows.replace(/[:;].*/, '')),
      text: await read(`examples/${path}`),
    })),
  );
}

/** The table of README: config, baked version and outcome. */
function outcomes(readme: string): Example[] {
  return rowsIn(readme, /^`(\{.*\})`$/).map(([config = '', baked = '', outcome = '']) => {
    const value: { hotfixes?: Readonly<Record<string, string>> } = JSON.parse(config);
    const version = baked.replaceAll('`', '');
    const others = Object.keys(value.hotfixes ?? {}).filter((base) => !version.startsWith(`${base}.`));
    return {
      title: titleFrom(`${version} ${outcome}`),
      text: `${JSON.stringify(value, null, 2)}\n`,
      baked: [version, ...others.map((base) => `${base}.0`)],
    };
  });
}

/** The pull request of README: the first config is the baseline, and the findings say what it removes and lowers. */
function pullRequest(readme: string): Example {
  const baseline: unknown = JSON.parse(
    /^## What a config says\n.*?^```json\n(.*?)^```/ms.exec(readme)?.[1] ?? '',
  );
  const removed = [...readme.matchAll(/ entry-removed "([\d.]+)"/g)].map(([, version]) => version);
  const lowered = new Map(
    [...readme.matchAll(/ patch-lowered "([\d.]+)" is lower than "([\d.]+)"/g)].map(([, to, from]) => [
      from,
      to,
    ]),
  );
  const change = (_: string, value: unknown) => {
    if (typeof value !== 'string') return value;
    return removed.includes(value) ? undefined : (lowered.get(value) ?? value);
  };
  return {
    title: 'A pull request that removes a hotfix and lowers another one',
    text: `${JSON.stringify(baseline, change, 2)}\n`,
    baseline: `${JSON.stringify(baseline, null, 2)}\n`,
  };
}

/** The rows of a Markdown table whose first cell matches, with what it captures. */
function rowsIn(markdown: string, first: RegExp): string[][] {
  return markdown.split('\n').flatMap((line) => {
    const [cell = '', ...others] = line
      .split('|')
      .slice(1, -1)
      .map((text) => text.trim());
    const captured = first.exec(cell)?.[1];
    return captured === undefined ? [] : [[captured, ...others]];
  });
}

function titleFrom(markdown: string): string {
  const text = markdown.replaceAll('`', '').trim();
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function read(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}
