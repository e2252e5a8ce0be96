import { describe, expect, it } from 'vitest';
import { readStrict } from '../../server/src/model/index.ts';

describe('the decoder of a node', () => {
  it.each([
    ['{} {}', 'text-after-end', 3, 4],
    ['1 2', 'text-after-end', 2, 3],
    ['{ a: 1 }', 'key-expected', 2, 3],
    ['{ "a": 1, }', 'key-expected', 10, 11],
    ['[{ a: 1 }]', 'key-expected', 3, 4],
    ['[{ "a": 1, }]', 'key-expected', 11, 12],
    ['{ "a" 1 }', 'colon-expected', 6, 7],
    ['[{ "a" 1 }]', 'colon-expected', 7, 8],
    ['{ "a": }', 'value-expected', 7, 8],
    ['[1, ]', 'value-expected', 4, 5],
    ['[-]', 'value-expected', 1, 2],
    ['tru', 'value-expected', 0, 1],
    ['{ "a": 1 "b": 2 }', 'comma-expected', 9, 10],
    ['{ "a": 1', 'comma-expected', 8, 8],
    ['{ "a": 01 }', 'comma-expected', 8, 9],
    ['[1 2]', 'comma-expected', 3, 4],
    ['[1}', 'comma-expected', 2, 3],
    ['{ "a": 1 ]', 'comma-expected', 9, 10],
    ['"a', 'unterminated-string', 2, 2],
    ['"a\nb"', 'control-character', 2, 3],
    ['"\u001f"', 'control-character', 1, 2],
    ['"\\x"', 'bad-escape', 1, 2],
    ['"\\u12g4"', 'bad-escape', 1, 2],
    ['\u00a01', 'value-expected', 0, 1],
    ['// why', 'value-expected', 0, 1],
  ])('stops in %j: %s', (text, code, start, end) => {
    expect(readStrict(text)).toEqual({ code, start, end });
  });

  it.each([' \t\r\n', '', '\u00a0'])('finds nothing, and no fault, in a blank text: %j', (text) => {
    expect(readStrict(text)).toEqual({ text, root: undefined, fields: [], faults: [] });
  });

  it.each([
    ['{}', 'object'],
    ['\r\n\t[ ] ', 'array'],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00Af"', 'string'],
    ['-0.5e+10', 'number'],
    ['1E5', 'number'],
    ['true', 'boolean'],
    ['false', 'boolean'],
    ['null', 'null'],
  ])('reads %j: %s', (text, kind) => {
    const read = readStrict(text);
    const [start, end] = [text.length - text.trimStart().length, text.trimEnd().length];
    expect(read).toMatchObject({ root: { kind, start, end }, faults: [] });
  });
});
