import { describe, expect, it } from 'vitest';
import { fillTemplate, quote } from '../../server/src/model/index.ts';

describe('a value in a message', () => {
  it.each([
    ['', '""'],
    ['a b', '"a b"'],
    ['é😀', '"é😀"'],
    ['a"\\', '"a\\"\\\\"'],
    ['\t\n\u007f\u00a0\u202e\ufeff', '"\\u0009\\u000a\\u007f\\u00a0\\u202e\\ufeff"'],
    ['\u{e0001}', '"\\udb40\\udc01"'],
    ['\ud800', '"\\ud800"'],
    ['x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['x'.repeat(81), `"${'x'.repeat(80)}…"`],
    [`${'x'.repeat(79)}😀`, `"${'x'.repeat(79)}\ufffd…"`],
  ])('%j is shown as %s', (value, shown) => {
    expect(quote(value)).toBe(shown);
  });
});

describe('a message', () => {
  it('quotes texts but not numbers, and keeps a placeholder without data', () => {
    expect(fillTemplate('{a} of {count}, {other} {}', { a: 'x', count: 3 })).toBe('"x" of 3, {other} {}');
    expect(fillTemplate('{a}')).toBe('{a}');
    expect(fillTemplate('{a|the end}, {b|the end}', { a: '', b: 'x' })).toBe('the end, "x"');
  });
});
