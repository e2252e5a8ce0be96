import { expect, it } from 'vitest';
import { markedFindings, withoutMarks } from '../support/marked-findings.ts';
import type { Surroundings } from '../support/markers.ts';

const cases: [marked: string, surroundings?: Surroundings][] = [
  [
    `
\ufeff{ // why
^ error json-syntax/byte-order-mark text="\ufeff"
   ^^^^^^ error json-syntax/comment text="// why" (json)
 "version": "202604.01.3", }
                         ^ error json-syntax/trailing-comma text="," (json)`,
  ],
  [
    `
\ufeff\ufeff{ "version": "202604.01.3" }
^^ error json-syntax/byte-order-mark text="\ufeff\ufeff"`,
  ],
  [
    `
{ "version": "202604.01.3"
                          | error json-syntax/not-closed text="" (json,jsonc)`,
  ],
  [
    `
{ "version": dev }
             ^^^ error json-syntax/bad-character text="dev" (json,jsonc)`,
  ],
  [
    `
7
^ error wrong-type/root of="" found="7"`,
  ],
  [
    `
[1]
^ error wrong-type/root of="" found="[1]"`,
  ],
  [
    `
"x"
^^^ error wrong-type/root of="" found="\\"x\\""`,
  ],
  [
    `
{ "hotfixes": "x", "version": [1], "scripts_version": {} }
              ^^^ error wrong-type/object of="hotfixes" found="\\"x\\""
                              ^ error wrong-type/string of="version" found="[1]"
                                                      ^ error wrong-type/string of="scripts_version" found="{}"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": 7, "202605.30": true } }
                             ^ error wrong-type/bare of="202604.01" found="7"
                                             ^^^^ error wrong-type/bare of="202605.30" found="true"`,
  ],
];

it.each(cases)('an unreadable config has all its findings: %s', (marked, surroundings) => {
  expect(markedFindings(withoutMarks(marked), surroundings)).toBe(marked);
});
