import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  decodeUtf8,
  editBetween,
  isBlank,
  isReadAsUtf8,
  trimmedRange,
  trimSpace,
} from '../../server/src/model/index.ts';

describe('the bytes of a file', () => {
  it.each([
    [[0x41, 0xc3, 0xa9], 'Aé'],
    [[0xef, 0xbb, 0xbf, 0x41], '\ufeffA'],
    [[0xff, 0x41], '\ufffdA'],
    [[0x7f, 0x80, 0xc0, 0x80, 0xc1, 0xbf], '\u007f\ufffd\ufffd\ufffd\ufffd\ufffd'],
    [[0xff, 0xc2, 0x80, 0xdf, 0xbf], '\ufffd\u0080\u07ff'],
    [[0xff, 0xe0, 0xa0, 0x80, 0xef, 0xbf, 0xbf], '\ufffd\u0800\uffff'],
    [[0xe0, 0x9f, 0xbf], '\ufffd\ufffd\ufffd'],
    [[0xff, 0xed, 0x9f, 0xbf, 0xee, 0x80, 0x80], '\ufffd\ud7ff\ue000'],
    [[0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
    [[0xed, 0xbf, 0xbf], '\ufffd\ufffd\ufffd'],
    [[0xff, 0xf0, 0x90, 0x80, 0x80, 0xf4, 0x8f, 0xbf, 0xbf], '\ufffd\u{10000}\u{10ffff}'],
    [[0xf0, 0x8f, 0xbf, 0xbf], '\ufffd\ufffd\ufffd\ufffd'],
    [[0xf4, 0x90, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    [[0xf8, 0x90, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    [[0xfc, 0x80, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    [[0xf5, 0x80, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    [[0xe2, 0x82, 0x41, 0xe2, 0x82], '\ufffd\ufffdA\ufffd\ufffd'],
    [[0xc3, 0xc3, 0xa9, 0xc3], '\ufffdé\ufffd'],
  ])('are the text that a node sees, with U+FFFD for each invalid byte: %j', (bytes, text) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toBe(text);
  });

  it.each([
    ['utf8', true],
    ['windows1252', true],
    ['iso88591', true],
    ['cp-utf-16', true],
    ['utf8bom', false],
    ['utf-8bom', false],
    ['UTF-16LE', false],
    ['utf16be', false],
  ])('in %s hold JSON for a node: %j', (encoding, readable) => {
    expect(isReadAsUtf8(encoding)).toBe(readable);
  });
});

describe('white space around a value', () => {
  it.each([
    ['', '', 0],
    [' \u0085\u3000', '', 0],
    ['a b', 'a b', 0],
    ['\t a\u0085 b\u2028\n', 'a\u0085 b', 2],
    ['\ufeffa ', '\ufeffa', 0],
    ['a\u00a0', 'a', 0],
    [' a', 'a', 1],
    ['é ', 'é', 0],
    ['~!', '~!', 0],
    ['\u007f ', '\u007f', 0],
  ])('is what a node trims, and no more: %j', (text, trimmed, start) => {
    expect(trimSpace(text)).toBe(trimmed);
    expect(trimmedRange(text)).toEqual({ start, end: start + trimmed.length });
    expect(isBlank(text)).toBe(trimmed === '');
  });
});

describe('edits', () => {
  it('apply together, in any order, and in the given order at one offset', () => {
    const edits = [
      { start: 4, end: 5, text: '' },
      { start: 1, end: 3, text: 'X' },
      { start: 1, end: 1, text: '<' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('a<Xdf');
    expect(applyEdits('abc', [])).toBe('abc');
  });

  it.each([
    ['abc', 'abc', { start: 3, end: 3, text: '' }],
    ['abc', 'aXc', { start: 1, end: 2, text: 'X' }],
    ['abc', 'Xbc', { start: 0, end: 1, text: 'X' }],
    ['aa', 'aaa', { start: 2, end: 2, text: 'a' }],
    ['aaa', 'aa', { start: 2, end: 3, text: '' }],
    ['', 'x', { start: 0, end: 0, text: 'x' }],
    ['abc', 'xyz', { start: 0, end: 3, text: 'xyz' }],
  ])('from %j to %j leave alone what both have', (before, after, edit) => {
    expect(editBetween(before, after)).toEqual(edit);
  });
});
