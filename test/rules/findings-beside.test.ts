import { expect, it } from 'vitest';
import { markedFindings, withoutMarks } from '../support/marked-findings.ts';
import type { Surroundings } from '../support/markers.ts';

const cases: [marked: string, surroundings?: Surroundings][] = [
  [
    `
{ "hotfixes": { "202604.01": "202604.01.2" } }
                                        ^ information already-baked/reached value="202604.01.2" lowest="202604.01.2"`,
    { known: ['202604.01.2', '202604.01.3'] },
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.3" } }`,
    { known: ['202604.01.2', '202604.01.3'] },
  ],
  [
    `
{ "hotfixes": { "202604.01": "202605.30.2" } }
                              ^^^^^^^^^ error base-mismatch/mismatch value="202605.30.2" actual="202605.30" base="202604.01"
                 --------- key base="202604.01"`,
    { known: ['202604.01.2', '202605.30.4'] },
  ],
  [
    `
{ "version": "202604.01.3" }
              ^^^^^^^^^ information unknown-base/unknown base="202604.01"`,
    { known: ['202605.30.4'] },
  ],
  [
    `
{ "hotfixes": { "202602.30": "202602.30.1" } }
                 ^^^^^^^^^ warning impossible-date/no-such-day base="202602.30"`,
    { known: ['202605.30.0'] },
  ],
  [
    `
{ "version": "x", "scripts_version": " 202604.10.2" }
              ^ error malformed-version/incomparable value="x" base="" pattern="x*"
                                      ^ warning surrounding-whitespace/untrimmed value=" 202604.10.2"
                                       ^^^^^^^^^ information unknown-base/unknown base="202604.10"`,
    { known: ['202604.11.0'] },
  ],
  [
    `
{ "version": "é" }
^ error json-syntax/garbled encoding="windows1252"
              ^ error malformed-version/incomparable value="é" base="" pattern="é*"`,
    { encoding: 'windows1252' },
  ],
  [
    `
{ "version": "202604.01.3" }`,
    { encoding: 'windows1252' },
  ],
  [
    `
{ "version": "202604.01.3" }
^ error json-syntax/encoding encoding="utf16le"`,
    { encoding: 'utf16le' },
  ],
  [
    `

| error json-syntax/encoding encoding="utf8bom"`,
    { encoding: 'utf8bom' },
  ],
  [
    `
{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }
                 ^^^^^^^^^ hint retired-base/retired base="202602.13" until="2026-08-13"`,
    { levels: { 'retired-base': 'hint' }, today: '2026-08-14' },
  ],
  [
    `
{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }`,
    { today: '2026-08-13' },
  ],
  [
    `
{ "hotfixes": { "202602.13": "", "202602.30": "202602.30.1" } }
                             ^^ warning empty-value/entry key="202602.13"
                                  ^^^^^^^^^ warning impossible-date/no-such-day base="202602.30"`,
    { today: '2026-12-14' },
  ],
  [
    `
{ "version": " 202602.13.6" }
              ^ warning surrounding-whitespace/untrimmed value=" 202602.13.6"
               ^^^^^^^^^ hint retired-base/retired base="202602.13" until="2026-08-13"`,
    { levels: { 'retired-base': 'hint' }, today: '2026-08-14' },
  ],
  [
    `
{ "hotfixes": { "202508.31": "202508.31.6" } }
                 ^^^^^^^^^ hint retired-base/retired base="202508.31" until="2026-02-28"`,
    { levels: { 'retired-base': 'hint' }, today: '2026-03-01' },
  ],
  [
    `
{ "hotfixes": { "202508.31": "202508.31.6" } }`,
    { today: '2026-02-28' },
  ],
  [
    `
{ "hotfixes": { "202605.30": "202605.30.1" } }
  ^^^^^^^^^^ error entry-removed/binary base="202604.01" before="202604.01.3" until="2026-10-01"`,
    {
      before: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
      today: '2026-10-01',
    },
  ],
  [
    `
{ "version": "202605.30.1", "scripts_version": "202604.01.1" }
  ^^^^^^^^^ error entry-removed/binary base="202604.01" before="202604.01.3" until="2026-10-01"
                                               ^^^^^^^^^^^^^ error entry-removed/scripts base="202605.30" before="202605.30.1" until="2026-11-30"`,
    { before: '{ "version": "202604.01.3", "scripts_version": "202605.30.1" }' },
  ],
  [
    `
{ "version": "202604.01.2", "scripts_version": "202604.01.1" }
             ^^^^^^^^^^^^^ error patch-lowered/binary base="202604.01" before="202604.01.3" after="202604.01.2"`,
    // The scripts of a node with patch 0 are applied as before.
    { before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }' },
  ],
  [
    `
{ "version": "202604.01.2", "scripts_version": "202604.01.1" }
             ^^^^^^^^^^^^^ error patch-lowered/binary base="202604.01" before="202604.01.3" after="202604.01.2"
                                               ^^^^^^^^^^^^^ error patch-lowered/scripts base="202604.01" before="202604.01.3" after="202604.01.1"`,
    {
      before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }',
      known: ['202604.01.0', '202604.01.1'],
    },
  ],
  [
    `
{ "scripts_version": "202604.01.3", "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202604.01.2" } }
                                                               ^^^^^^^^^^^^^ error patch-lowered/binary base="202604.01" before="202604.01.3" after="202604.01.2"
                                                                                            ^^^^^^^^^ error base-mismatch/mismatch value="202604.01.2" actual="202604.01" base="202605.30"
                                                                               --------- key base="202605.30"`,
    { before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }' },
  ],
  [
    `

| information no-hotfix/nothing
| error entry-removed/scripts base="202604.01" before="202604.01.3" until="2026-10-01"`,
    { before: '{ "scripts_version": "202604.01.3" }' },
  ],
  [
    `
 {}
 ^ information no-hotfix/nothing
 ^ error entry-removed/binary base="202604.01" before="202604.01.3" until="2026-10-01"`,
    { before: '{ "hotfixes": { "202604.01": "202604.01.3" } }' },
  ],
  [
    `
[
 | error json-syntax/not-closed text="" (json,jsonc)
 | error entry-removed/unreadable first="202604.01" more=0`,
    { before: '{ "hotfixes": { "202604.01": "202604.01.3" } }' },
  ],
  [
    `
{ "version": "202604.01.2", "scripts_version": "202604.01.2" }
             ^^^^^^^^^^^^^ error patch-lowered/binary base="202604.01" before="202604.01.3" after="202604.01.2"`,
    { before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }' },
  ],
  [
    `
{ "scripts_version": "202604.01.2", "version": "202604.01.3" }
                     ^^^^^^^^^^^^^ error patch-lowered/scripts base="202604.01" before="202604.01.3" after="202604.01.2"`,
    {
      before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }',
      known: ['202604.01.0', '202604.01.2'],
    },
  ],
  [
    `
{ "version": "202604.01.3" }
^ error entry-removed/scripts base="202604.01" before="202604.01.3" until="2026-10-01"`,
    { before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }' },
  ],
  [
    `
{}
^ information no-hotfix/nothing
^ error entry-removed/binary base="202604.01" before="v202604.1.3" until="2026-10-01"
^ error entry-removed/binary base="202605.30" before="202605.30.1" until="2026-11-30"`,
    {
      before:
        '{ "hotfixes": { "202605.30": "202605.30.1", "202604.01": "v202604.1.3", "april": "202604.01.3" } }',
    },
  ],
  [
    `
{}
^ information no-hotfix/nothing
^ error entry-removed/binary base="202604.01" before="v202604.1.3" until="2026-10-01"`,
    { before: '{ "version": "v202604.1.3", "scripts_version": "dev" }' },
  ],
  [
    `
{ "hotfixes": { "202604.10": "202604.10.1", "202604.10": "202604.10.2" } }
                 ^^^^^^^^^ warning duplicate-key/ignored key="202604.10" faded (json,jsonc)
                                             --------- used
                                             ^^^^^^^^^ information unknown-base/unknown base="202604.10"`,
    { known: ['202604.11.0'] },
  ],
  [
    `
{ "hotfixes": { "202602.13": "202602.13.5", "202602.13": "202602.13.6" } }
                 ^^^^^^^^^ warning duplicate-key/ignored key="202602.13" faded (json,jsonc)
                                             --------- used
                                             ^^^^^^^^^ hint retired-base/retired base="202602.13" until="2026-08-13"`,
    { levels: { 'retired-base': 'hint' }, today: '2026-08-14' },
  ],
  [
    `
{ "hotfixes": { "202608.14": "202608.14.1", "202602.13": "202602.13.6" } }
                                             ^^^^^^^^^ hint unsorted-entries/out-of-order key="202602.13" previous="202608.14"
                 --------- previous
                                             ^^^^^^^^^ hint retired-base/retired base="202602.13" until="2026-08-13"`,
    { levels: { 'retired-base': 'hint' }, today: '2026-08-14' },
  ],
  [
    `
{}
^ information no-hotfix/nothing`,
    { before: '{ "hotfixes": { "202604.01": "202604.01.0", "202605.30": "dev" } }' },
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.3" } }
^ error entry-removed/scripts base="202605.30" before="202605.30.3" until="2026-11-30"`,
    { before: '{ "hotfixes": { "202604.01": "202604.01.3" }, "scripts_version": "202605.30.3" }' },
  ],
  [
    `
{}
^ information no-hotfix/nothing
^ error entry-removed/binary base="202604.01" before="202604.01.3" until="2026-10-01"`,
    { before: '{ "hotfixes": {}, "version": "202604.01.3" }' },
  ],
  [
    `
{}
^ information no-hotfix/nothing`,
    { before: '{ "hotfixes": { "202604.1": "202604.1.3" } }' },
  ],
  [
    `
{ "version": "7.1.2" }
              ^^^^^ error malformed-version/unpackaged value="7.1.2" base="" pattern="7.1.2*"`,
    { before: '{ "version": "7.1.3" }' },
  ],
];

it.each(cases)('a config has findings that depend on its context: %s', (marked, surroundings) => {
  expect(markedFindings(withoutMarks(marked), surroundings)).toBe(marked);
});
