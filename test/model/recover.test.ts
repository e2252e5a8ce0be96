import { describe, expect, it } from 'vitest';
import { Analysis, type Entry, nestingDepth } from '../../server/src/model/index.ts';
import { fixAll } from '../../server/src/service/findings/fix-all.ts';
import { findingsIn, today } from '../support/markers.ts';

const rulesIn = (text: string) => findingsIn(text).map(({ ruleId }) => ruleId);

describe('a string that is not closed or has a bad escape in it', () => {
  it.each([
    '{ "hotfixes": { "202604.01": "v202604.1.03\n} }',
    '{ "hotfixes": { "202604.01": "202604.01.3 }}',
    '{ "version": " \\}202604.1.03 " }',
    '{ "version": "\\u00 202604.01.3 " }',
    '{ "version": "\\u00\u0001v202604.01.3 " }',
    '{ "hotfixes": "\\x" }',
    '"\\x"',
  ])('is one syntax error, and fix all leaves it unchanged: %j', (text) => {
    expect(rulesIn(text)).toEqual(['json-syntax']);
    expect(fixAll(new Analysis(text), { levels: {}, today }).edits).toEqual([]);
  });

  it('is shown in a finding about a key as written in the file', () => {
    const text = '{ "Hotfixe\\}s": { "202604.01": "202604.01.3" } }';
    expect(rulesIn(text)).toEqual(['unknown-property', 'json-syntax']);
    expect(findingsIn(text)[0]?.message()).toContain('"Hotfixe\\\\}s"');
    expect(fixAll(new Analysis(text), { levels: {}, today }).edits).toEqual([]);
  });
});

describe('a byte-order mark before another fault', () => {
  it('is reported once, and the other fault where it is', () => {
    const text = '\uFEFF{ "version": }';
    const found = findingsIn(text).map(({ ruleId, start, end }) => [ruleId, text.slice(start, end)]);
    expect(found).toEqual([
      ['json-syntax', '\uFEFF'],
      ['json-syntax', '}'],
    ]);
  });
});

describe('a text with a fault', () => {
  const shown = ({ key, value }: Entry) =>
    `${key.value}: ${value.kind === 'string' ? JSON.stringify(value.value) : value.kind}`;

  it.each<[text: string, faults: string[], found: string[]]>([
    ['{ "version": "202604.01.3"', ['not-closed 26-26'], ['object 0-26', 'version: "202604.01.3"']],
    [
      '{ "hotfixes": { "202604.01": "202604.01.3"',
      ['not-closed 42-42'],
      ['object 0-42', 'hotfixes: object', '  202604.01: "202604.01.3"'],
    ],
    ['[1, 2', ['not-closed 5-5'], ['array 0-5']],
    ['{ "version": \'a\' }', ['foreign-quotes 13-16'], ['object 0-18', 'version: "a"']],
    [
      "{ 'hotfixes': { “b”: ‘c’, } }",
      ['foreign-quotes 2-12', 'foreign-quotes 16-19', 'foreign-quotes 21-24', 'trailing-comma 24-25'],
      ['object 0-29', 'hotfixes: object', '  b: "c"'],
    ],
    ['{ "a": "it\'s", "b": \'x"y\' }', ['bad-character 20-22'], ['object 0-27', 'a: "it\'s"', 'b: broken']],
    ["{ version: 'a' }", ['bad-character 2-9', 'foreign-quotes 11-14'], ['object 0-16']],
    [
      '{\u00a0\u2003"version":\ufeff"a\u00a0" } // b\u00a0c',
      ['foreign-space 1-3', 'foreign-space 13-14', 'comment 21-27'],
      ['object 0-20', 'version: "a\u00a0"'],
    ],
    ['{ version: "a" }', ['bad-character 2-9'], ['object 0-16']],
    ['{ "version" "a" }', ['colon-expected 12-13'], ['object 0-17']],
    [
      '{ "version": "a", 2026"scripts_version": "b", "hotfixes": { 1 , "c": "d", -2\n "e": "f" } }',
      ['key-expected 18-19'],
      ['object 0-90', 'version: "a"', 'scripts_version: "b"', 'hotfixes: object', '  c: "d"', '  e: "f"'],
    ],
    [
      '{ "hotfixes": { "a":\n "b": "c", "d":"e":1 } }',
      ['comma-expected 25-26'],
      ['object 0-45', 'hotfixes: object', '  b: "c"', '  e: number'],
    ],
    ['{ : "version": "a" }', ['key-expected 2-3'], ['object 0-20']],
    [
      '{ "a" "version" : "b", "hotfixes": { "d"\n"e": "f", "g" "h": 1 } }',
      ['colon-expected 6-7'],
      ['object 0-65', 'version: "b"', 'hotfixes: object', '  e: "f"', '  h: number'],
    ],
    ['{ "version": }', ['value-expected 13-14'], ['object 0-14']],
    ['{ "version": "a" "x": 1 }', ['comma-expected 17-18'], ['object 0-25', 'version: "a"', 'x: number']],
    ['{ "version": "a", , "x": 1 }', ['key-expected 18-19'], ['object 0-28', 'version: "a"', 'x: number']],
    ['{ "version": "a", }', ['trailing-comma 16-17'], ['object 0-19', 'version: "a"']],
    [
      '{ "a": [1, ], "b": { "c": 1, }, }',
      ['trailing-comma 9-10', 'trailing-comma 27-28', 'trailing-comma 30-31'],
      ['object 0-33', 'a: array', 'b: object'],
    ],
    ['{ "version": "a" } {}', ['text-after-end 19-20'], ['object 0-18', 'version: "a"']],
    ['{ "version": "a" }, ', ['text-after-end 18-19'], ['object 0-18', 'version: "a"']],
    ['{ "version": 01 }', ['comma-expected 14-15'], ['object 0-17', 'version: number']],
    ['{ "version": 1. }', ['bad-number 13-15'], ['object 0-17', 'version: number']],
    ['{ "version": -x }', ['bad-character 13-14'], ['object 0-17']],
    ['{ "version": "a', ['unterminated-string 13-15'], ['object 0-15', 'version: broken']],
    ['{ "version": "a\n}', ['unterminated-string 13-15'], ['object 0-17', 'version: broken']],
    ['{ "version": "\\x" }', ['bad-escape 14-15'], ['object 0-19', 'version: broken']],
    ['{ "version": "\\u12" }', ['bad-escape 14-15'], ['object 0-21', 'version: broken']],
    ['{ "version": "a\tb" }', ['control-character 15-16'], ['object 0-20', 'version: "a\\tb"']],
    ['{ "version": "\\x\t" }', ['control-character 13-18'], ['object 0-20', 'version: broken']],
    ['{ "a\\x": 1, "version": "b" }', ['bad-escape 4-5'], ['object 0-28', 'a\\x: number', 'version: "b"']],
    [
      '{ "hotfixes": { "a\\x": "1", "b\\y": 2 } }',
      ['bad-escape 18-19'],
      ['object 0-40', 'hotfixes: object', '  a\\x: "1"', '  b\\y: number'],
    ],
    ['{ "hotfixes\n: { "a": "1" } }', ['unterminated-string 2-11'], ['object 0-28']],
    ['// a\n{ "version": "b" } /* c */', ['comment 0-4', 'comment 24-31'], ['object 5-23', 'version: "b"']],
    ['/* a', ['unclosed-comment 0-2'], []],
    ['{ "version": "a" /* b', ['unclosed-comment 17-19'], ['object 0-21', 'version: "a"']],
    ['\uFEFF{ "version": "a" }', ['byte-order-mark 0-1'], ['object 1-19', 'version: "a"']],
    [
      '\uFEFF{ "version": "a", } // b',
      ['byte-order-mark 0-1', 'trailing-comma 17-18', 'comment 21-25'],
      ['object 1-20', 'version: "a"'],
    ],
    [
      '{ "a": [{ "b": 1 }], "hotfixes": { "c": { "d": "e" }, "f": ["g"], "h": null, "i": true, "j": 1 }, }',
      ['trailing-comma 96-97'],
      [
        'object 0-99',
        'a: array',
        'hotfixes: object',
        '  c: object',
        '  f: array',
        '  h: null',
        '  i: boolean',
        '  j: number',
      ],
    ],
    [
      '{ "hotfixes": { "a": "1" }, "Hotfixes": { "b": "2", }, "hotfixes": null }',
      ['trailing-comma 50-51'],
      ['object 0-73', 'hotfixes: object', '  a: "1"', 'Hotfixes: object', '  b: "2"', 'hotfixes: null'],
    ],
    ['{ "hotfixes": [{ "a": "1" }, "b"], }', ['trailing-comma 33-34'], ['object 0-36', 'hotfixes: array']],
    [
      '{ "other": { "a": "1" }, "hotfixes": { "b": "2" }, }',
      ['trailing-comma 49-50'],
      ['object 0-52', 'other: object', 'hotfixes: object', '  b: "2"'],
    ],
    [
      '{ "hotfixes": "\\x", "version": "a" }',
      ['bad-escape 15-16'],
      ['object 0-36', 'hotfixes: broken', 'version: "a"'],
    ],
    ['"\\x"', ['bad-escape 1-2'], ['broken 0-4']],
    ['} {', ['value-expected 0-1'], []],
    [']', ['value-expected 0-1'], []],
    [',', ['value-expected 0-1'], []],
    ['x', ['bad-character 0-1'], []],
    ['1 2', ['text-after-end 2-3'], ['number 0-1']],
    ['tru', ['bad-character 0-3'], []],
    ['{ "version": "a"; }', ['bad-character 16-17'], ['object 0-19', 'version: "a"']],
    ['{ "version": "\ud800", }', ['trailing-comma 16-17'], ['object 0-19', 'version: "�"']],
    [
      '{ "hotfixes": { "a": "1" "b": "2" }, "version": "c" }',
      ['comma-expected 25-26'],
      ['object 0-53', 'hotfixes: object', '  a: "1"', '  b: "2"', 'version: "c"'],
    ],
    [
      '{ "hotfixes": { "a": "1", } "version": "c" }',
      ['trailing-comma 24-25', 'comma-expected 28-37'],
      ['object 0-44', 'hotfixes: object', '  a: "1"', 'version: "c"'],
    ],
    ['{ "a": {, } }', ['trailing-comma 8-9'], ['object 0-13', 'a: object']],
    ['{ "a": [,] }', ['trailing-comma 8-9'], ['object 0-12', 'a: array']],
    ['{ "a": 1,\n// b\n}', ['trailing-comma 8-9', 'comment 10-14'], ['object 0-16', 'a: number']],
    [
      '{ "x": "\\u00zz", } // a',
      ['bad-escape 8-9', 'trailing-comma 15-16', 'comment 19-23'],
      ['object 0-18', 'x: broken'],
    ],
    ['"a" "b\\x"', ['bad-escape 4-9'], ['string 0-3']],
    ['{"a":{"a":{"a":[', ['not-closed 16-16'], ['object 0-16', 'a: object']],
    ['{ "version": "a" // b', ['comment 17-21', 'not-closed 21-21'], ['object 0-21', 'version: "a"']],
    [
      '{ "hotfixes": { "a": "1" }, "b": 2 ]',
      ['comma-expected 35-36'],
      ['object 0-36', 'hotfixes: object', '  a: "1"', 'b: number'],
    ],
    ['{ "version": "a", "scripts\n: "b" }', ['unterminated-string 18-26'], ['object 0-34', 'version: "a"']],
    [
      '{ "hotfixes": { "a": "1", "b\n: "2" } }',
      ['unterminated-string 26-28'],
      ['object 0-38', 'hotfixes: object', '  a: "1"'],
    ],
    ['{ "version": , "x": 1 }', ['value-expected 13-14'], ['object 0-23', 'x: number']],
    [
      '{ "hotfixes": { "a": , "b": "1" }, }',
      ['value-expected 21-22', 'trailing-comma 33-34'],
      ['object 0-36', 'hotfixes: object', '  b: "1"'],
    ],
    ['{ "version": ["a", ["b"] }', ['comma-expected 25-26'], ['object 0-26', 'version: array']],
    [
      '{ "a": "\\n", "version": "a\tb" }',
      ['control-character 26-27'],
      ['object 0-31', 'a: "\\n"', 'version: "a\\tb"'],
    ],
    ['// a', ['comment 0-4'], []],
    ['\uFEFF', ['byte-order-mark 0-1'], []],
    [
      '{ "a": { "b": { "c": 1 }, "d" }, "version": "e" }',
      ['colon-expected 30-31'],
      ['object 0-49', 'a: object', 'version: "e"'],
    ],
  ])('reports each fault at its range, and reads the rest: %j', (text, faults, found) => {
    const { root, fields, faults: all } = new Analysis(text).source;
    expect(all.map(({ code, start, end }) => `${code} ${start}-${end}`)).toEqual(faults);
    expect([
      ...(root ? [`${root.kind} ${root.start}-${root.end}`] : []),
      ...fields.flatMap((field) => [shown(field), ...field.entries.map((entry) => `  ${shown(entry)}`)]),
    ]).toEqual(found);
  });
});

describe('a text that is nested too deep', () => {
  it.each([
    [10_000, []],
    [10_001, ['too-deep 10000-10001']],
  ])('for a node is one of more than 10,000 levels: %i', (levels, faults) => {
    const text = '['.repeat(levels) + ']'.repeat(levels);
    expect(new Analysis(text).source.faults.map(({ code, start, end }) => `${code} ${start}-${end}`)).toEqual(
      faults,
    );
  });

  it.each([
    [500, ['comment', 'not-closed'], 'array'],
    [501, ['value-expected'], undefined],
  ])('to be recovered has its first fault alone: %i', (levels, faults, root) => {
    const { source } = new Analysis(`${'['.repeat(levels)}// why`);
    expect(source.faults.map(({ code }) => code)).toEqual(faults);
    expect(source.faults[0]?.strictOnly).toBe(root ? undefined : true);
    expect(source.root?.kind).toBe(root);
    expect(source.fields).toEqual([]);
  });

  it('counts brackets that are open at once, of either kind', () => {
    expect(nestingDepth('{[]}[{}]'.repeat(300))).toBe(2);
    expect(nestingDepth('{"a":['.repeat(300))).toBe(600);
    expect(nestingDepth('1')).toBe(0);
  });
});
