import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle.ts';
import { print } from './strings.ts';

/** A call that names its text outright, which is the only way that the text can be found here. */
const call = /\bl10n\.(?:t|nodes)\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g;
const anyCall = /\bl10n\.(?:t|nodes)\(/g;

/** The English texts of the client and of the coverage view, each its own key. */
export function clientStrings(): [path: string, content: string][] {
  const files = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => join('client/src', file));
  const texts = sources.flatMap((file) => textsIn(file, readFileSync(join(root, file), 'utf8')));
  const sorted = [...new Set(texts)].sort();
  return [['l10n/bundle.l10n.json', print(Object.fromEntries(sorted.map((text) => [text, text])))]];
}

export function textsIn(file: string, source: string): string[] {
  const found = [...source.matchAll(call)];
  const [missed] = [...source.matchAll(anyCall)].filter(
    (any) => !found.some(({ index }) => index === any.index),
  );
  if (missed) {
    const line = source.slice(0, missed.index).split('\n').length;
    throw new Error(`${file}:${line}: a translated text must be one string, written where it is used.`);
  }
  return found.map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'));
}
