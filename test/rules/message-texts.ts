import type { Surroundings } from '../support/markers.ts';

export type Message = [
  id: string,
  /** Undefined if there is only a payload. */
  config: string | undefined,
  text: string,
  surroundings?: Surroundings,
];

/** Of rules about the file: syntax and types. */
export const fileMessages: readonly Message[] = [
  [
    'json-syntax/bad-character',
    '{ "version": dev }',
    '"dev" is not valid JSON. Nodes ignore the whole file. Correct or remove it.',
  ],
  [
    'json-syntax/bad-escape',
    '{ "version": "202604\\x01" }',
    '"\\\\x" is not a valid escape in JSON. Nodes ignore the whole file. Correct it.',
  ],
  [
    'json-syntax/bad-number',
    '{ "version": 202604. }',
    '"202604." is not a valid number in JSON. Nodes ignore the whole file. Put a version in double quotes.',
  ],
  [
    'json-syntax/byte-order-mark',
    '\uFEFF{}',
    '"\\ufeff" at the start of the file is a byte-order mark. Nodes ignore the whole file. Remove it.',
  ],
  [
    'json-syntax/colon-expected',
    '{ "version" "202604.01.3" }',
    'Missing colon before "202604.01.3". Nodes ignore the whole file. Add it.',
  ],
  [
    'json-syntax/comma-expected',
    '{ "version": "202604.01.3" "scripts_version": "202604.01.3" }',
    'Missing comma or closing bracket before "scripts_version". Nodes ignore the whole file. Add it.',
  ],
  [
    'json-syntax/comment',
    '{} // no hotfix yet',
    '"// no hotfix yet" is a comment, which strict JSON does not allow. Nodes ignore the whole file. Remove it.',
  ],
  [
    'json-syntax/control-character',
    '{ "version": "202604.01.3\t" }',
    '"\\u0009" is a control character in a string. Nodes ignore the whole file. Remove it or write it as an escape.',
  ],
  [
    'json-syntax/encoding',
    '{}',
    'The encoding "utf16le" is not plain UTF-8. Nodes ignore the whole file. Save the file as UTF-8.',
    { encoding: 'utf16le' },
  ],
  [
    'json-syntax/foreign-quotes',
    "{ 'version': null }",
    '"\'version\'" is not in double quotes, which JSON requires. Nodes ignore the whole file. Use double quotes.',
  ],
  [
    'json-syntax/foreign-space',
    '{\u00a0}',
    '"\\u00a0" is white space that JSON does not allow. Nodes ignore the whole file. Replace it with a space.',
  ],
  [
    'json-syntax/garbled',
    '{ "note": "é" }',
    'The encoding "windows1252" is not plain UTF-8. Nodes misread letters outside ASCII. Save the file as UTF-8.',
    { encoding: 'windows1252' },
  ],
  [
    'json-syntax/key-expected',
    '{ 1: 2 }',
    'Missing key in double quotes before "1". Nodes ignore the whole file. Add it.',
  ],
  [
    'json-syntax/not-closed',
    '{ "version": "202604.01.3"',
    'Missing closing bracket at the end of the file. Nodes ignore the whole file. Add it.',
  ],
  [
    'json-syntax/text-after-end',
    '{} {}',
    '"{" is not part of the config, which ends before it. Nodes ignore the whole file. Remove it.',
  ],
  [
    'json-syntax/trailing-comma',
    '{ "version": "202604.01.3", }',
    '"," is a trailing comma, which strict JSON does not allow. Nodes ignore the whole file. Remove it.',
  ],
  [
    'json-syntax/unclosed-comment',
    '{} /* no hotfix yet',
    '"/*" starts a comment that is never closed. Nodes ignore the whole file. Remove it.',
  ],
  [
    'json-syntax/unterminated-string',
    '{ "version": "202604.01.3',
    '"\\"202604.01.3" has no closing quote. Nodes ignore the whole file. Add it.',
  ],
  [
    'json-syntax/utf-16',
    '\u0000{\u0000}\u0000',
    'The file appears to be UTF-16, not plain UTF-8. Nodes ignore the whole file. Save the file as UTF-8.',
  ],
  [
    'json-syntax/value-expected',
    '{ "version": }',
    'Missing value before "}". Nodes ignore the whole file. Add it.',
  ],
  [
    'wrong-type/root',
    '["202604.01.3"]',
    '"[\\"202604.01.3\\"]" is not an object. Nodes ignore the whole file. Write the config in braces.',
  ],
  [
    'wrong-type/object',
    '{ "hotfixes": "202604.01.3" }',
    '"\\"202604.01.3\\"" is not an object, which "hotfixes" must be. Nodes ignore the whole file. Write it in braces.',
  ],
  [
    'wrong-type/bare',
    '{ "version": 202604.01 }',
    '"202604.01" has no quotes around it, so "version" is not a string. Nodes ignore the whole file. Add double quotes.',
  ],
  [
    'wrong-type/string',
    '{ "version": ["202604.01.3"] }',
    '"[\\"202604.01.3\\"]" is not a string, which "version" must be. Nodes ignore the whole file. Write a version in double quotes.',
  ],
  [
    'json-syntax/too-deep',
    '['.repeat(10_002),
    'Values are nested deeper than 10,000 levels. Nodes ignore the whole file. Remove the inner levels.',
  ],
  [
    'json-syntax/too-large',
    ' '.repeat(6_000_000),
    'The file is larger than 5 MB and was not checked. A hotfix config has a few lines. Check that this is the right file.',
  ],
];
