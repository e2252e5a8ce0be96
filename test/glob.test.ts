import fc from 'fast-check';
import { minimatch } from 'minimatch';
import { describe, expect, it } from 'vitest';
import { globMatcher } from '../server/src/glob.ts';

describe('a glob', () => {
  it.each([
    ['*.json', 'a.json', true],
    ['*.json', '.json', true],
    ['*.json', 'a/b.json', false],
    ['a?.json', 'ab.json', true],
    ['a?.json', 'a/.json', false],
    ['a?c', 'a😀c', true],
    ['**/b.json', 'b.json', true],
    ['**/b.json', 'a/x/b.json', true],
    ['**/b.json', 'a/xb.json', false],
    ['a/**', 'a/b/c', true],
    ['a/**/c', 'a/c', true],
    ['a/**/c', 'a/b/b/c', true],
    ['a**c', 'abbc', true],
    ['a**c', 'ab/bc', false],
    ['**', 'a/b/c', true],
    ['{a,b}.json', 'b.json', true],
    ['{a,b}.json', 'c.json', false],
    ['{a/{b,c}/**,d}/x', 'a/c/y/x', true],
    ['{a,}b', 'b', true],
    ['{a,b', 'b', true],
    ['a}', 'a}', true],
    ['[a-c]', 'b', true],
    ['[a-c]', 'd', false],
    ['[!a-c]', 'd', true],
    ['[^a-c]', 'b', false],
    ['a[!b]c', 'a/c', false],
    ['[a', '[a', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['a.json', 'aXjson', false],
    ['a.json', 'a.json/b', false],
    ['', '', true],
  ])('%j takes %j: %j', (glob, path, taken) => {
    expect(globMatcher(glob)(path)).toBe(taken);
  });

  it('takes the paths that editors take, which ask minimatch', () => {
    const segment = fc
      .array(fc.constantFrom('a', 'b', '.a', '?', '*', '[ab]', '[!a]', '{a,bc}', '{a,{b,c}}'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join(''));
    const glob = fc
      .array(fc.oneof({ weight: 3, arbitrary: segment }, fc.constant('**')), { minLength: 1, maxLength: 4 })
      // Other libraries disagree whether a folder itself matches.
      .map((segments) => [...segments, 'b'].join('/'));
    const path = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.a'), minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((names) => [...names, 'b'].join('/'));
    const options = { dot: true, nonegate: true, nocomment: true, noext: true } as const;
    fc.assert(
      fc.property(glob, path, (pattern, subject) => {
        expect(globMatcher(pattern)(subject)).toBe(minimatch(subject, pattern, options));
      }),
      { numRuns: 2000 },
    );
  });

  it('that matches in countless ways, or nearly does, is decided without trying them all', () => {
    const glob = `${'*a'.repeat(40)}{${'**/*a,'.repeat(40)}b}c`;
    const path = 'a'.repeat(4_000);
    expect(globMatcher(glob)(path)).toBe(false);
    expect(globMatcher(glob)(`${path}bc`)).toBe(true);
  });
});
