import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

function sourceFiles(): string[] {
  return ['server/src', 'client/src', 'coverage-view/src', 'playground/src', 'tools/action'].flatMap(
    (folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|mjs)$/.test(name))
        .map((name) => `${folder}/${name}`),
  );
}

function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const { program, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  expect(errors, file).toEqual([]);
  new Visitor({
    Literal(node) {
      if ('regex' in node) found.push({ file, source: node.regex.pattern, flags: node.regex.flags });
    },
  }).visit(program);
  return found;
}

/** Patterns that could be slow for a long text, but only get the hundred characters before an offset. */
const bounded = ['server/src/rules/json-syntax.ts: [\\w.+-]*$'];

/** The part of a pattern that scans the same characters repeatedly, and a string that shows it. */
function slowWays({ source, flags }: Pattern): string[] {
  return analyse({ source, flags }).reports.map(
    ({ type, exponential, character }) =>
      `${exponential ? 'exponential' : 'polynomial'} ${type}: ${String(character.literal)}`,
  );
}

describe('the time that a pattern takes', () => {
  const files = sourceFiles();
  const patterns = files.flatMap(patternsIn);

  it('is known for every one of the sources', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(patterns.length).toBeGreaterThan(100);
  });

  it('grows linearly with any text of a config', () => {
    const slow = patterns.filter((pattern) => slowWays(pattern).length > 0);
    expect(slow.map(({ file, source }) => `${file}: ${source}`)).toEqual(bounded);
  });

  it.each([
    ['exponential', '^(a+)+$', ''],
    ['polynomial', 'a+$', ''],
    ['polynomial', '^\\s*(.*\\S)\\s*x', 's'],
  ])('is classified as %s', (way, source, flags) => {
    expect(slowWays({ file: '', source, flags }).join()).toContain(way);
  });
});
