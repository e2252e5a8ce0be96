import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis, nestingDepth } from '../../server/src/model/index.ts';
import { readProjectFile } from '../../server/src/service/settings/project.ts';
import { findingsIn } from '../support/markers.ts';
import { runs } from '../support/runs.ts';

const many = 50_000;
const brackets = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a":', '{"a":');
const quoted = fc.constantFrom(
  '"',
  '\\',
  '"]"',
  '"{"',
  '//',
  '/*',
  '*/',
  '/',
  "'",
  '\n',
  '\r',
  ' ',
  '1',
  'x',
);
const parts = fc.array(fc.oneof({ weight: 3, arbitrary: brackets }, quoted), { minLength: 1, maxLength: 8 });

describe('a text that is nested as deep as no parser goes', () => {
  it.each([
    ['behind closing brackets in a string', `{"x": "${']'.repeat(many)}", "y": ${'['.repeat(many)}`],
    ['and closes each bracket with another one', '[},'.repeat(many)],
    ['and closes a bracket that is not open', '{"a": 1 ], "b": '.repeat(many)],
    ['behind a quotation mark in a comment', `/* " */ ${'['.repeat(many)}`],
    ['behind one in a comment of a line', `// "\n${'['.repeat(many)}`],
    ['behind a string over two lines', `"\\\n"${'['.repeat(many)}`],
  ])('is a syntax fault, not an internal error: %s', (_, text) => {
    expect(findingsIn(text).map(({ ruleId }) => ruleId)).toContain('json-syntax');
    expect(readProjectFile(text).problems).toHaveLength(1);
  });

  it('is detected before a parser runs, for any content', () => {
    fc.assert(
      fc.property(parts, parts, (before, again) => {
        const text = before.join('') + again.join('').repeat(8_000);
        expect(() => [findingsIn(text), readProjectFile(text)]).not.toThrow();
      }),
      { numRuns: runs(60) },
    );
  });

  it.each([
    ['{ "a": [] }', 2],
    ['{}[]', 1],
    ['[[ "]]" [', 3],
    ['[ "\\"[[" ]', 1],
    ['[ "[[\n [', 2],
    ['[ "[[\r [', 2],
    ['[ "[[', 1],
    ['/* [[ */ [', 1],
    ['/*/ [[ */ [', 1],
    ['/* [[ ', 0],
    ['// [[\n[', 1],
    ['// [[\r[', 1],
    ['// [[', 0],
    ['[ /[ [', 3],
    ['\n[ // [[\n[', 2],
  ])('has a depth that ignores strings and comments: %j', (text, depth) => {
    expect(nestingDepth(text)).toBe(depth);
  });

  it('is distinguished from brackets in a string', () => {
    const text = `{ "$schema": "${'['.repeat(many)}", }`;
    expect(nestingDepth(text)).toBe(1);
    expect(new Analysis(text).source.faults.map(({ code }) => code)).toEqual(['trailing-comma']);
  });
});
