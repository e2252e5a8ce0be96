import { expect, it } from 'vitest';
import { type MessageCase, messagesIn } from '../support/messages.ts';

const cases: MessageCase[] = [
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    known: ['202604.01.2', '202604.01.3'],
    says: [
      'information already-baked 40-41: "202604.01.2" upgrades no known node: the lowest baked version of its base is "202604.01.2".',
    ],
  },
  { text: '{ "hotfixes": { "202604.01": "202604.01.3" } }', known: ['202604.01.2', '202604.01.3'], says: [] },
  {
    text: '{ "hotfixes": { "202604.01": "202605.30.2" } }',
    known: ['202604.01.2', '202605.30.4'],
    says: [
      'error base-mismatch 30-39: "202605.30.2" is of base "202605.30", not of "202604.01": no node upgrades across bases, so this entry never applies.',
      '  17-26: The entry is looked up by the nodes of base "202604.01".',
    ],
  },
  {
    text: '{ "version": "202604.01.3" }',
    known: ['202605.30.4'],
    says: [
      'information unknown-base 14-23: No known baked version has base "202604.01": as far as is on record, no node gets this hotfix.',
    ],
  },
  {
    text: '{ "hotfixes": { "202602.30": "202602.30.1" } }',
    known: ['202605.30.0'],
    says: [
      'warning impossible-date 17-26: "202602.30" is no day of the calendar: no image has that base, so no node gets this hotfix.',
    ],
  },
  {
    text: '{ "version": "x", "scripts_version": " 202604.10.2" }',
    known: ['202604.11.0'],
    says: [
      'error malformed-version 14-15: "x" is not a version that a node can compare (YYYYMM.DD.PATCH): it upgrades nothing.',
      'warning surrounding-whitespace 38-39: " 202604.10.2" has white space around it, which a node trims away.',
      'information unknown-base 39-48: No known baked version has base "202604.10": as far as is on record, no node gets this hotfix.',
    ],
  },
  {
    text: '{ "version": "é" }',
    encoding: 'windows1252',
    says: [
      'error json-syntax 0-1: The file is saved as "windows1252", a node reads plain UTF-8 and takes its letters beyond ASCII for others.',
      'error malformed-version 14-15: "é" is not a version that a node can compare (YYYYMM.DD.PATCH): it upgrades nothing.',
    ],
  },
  { text: '{ "version": "202604.01.3" }', encoding: 'windows1252', says: [] },
  {
    text: '{ "version": "202604.01.3" }',
    encoding: 'utf16le',
    says: [
      'error json-syntax 0-1: The file is saved as "utf16le": a node reads plain UTF-8, so it ignores the whole file and boots without any hotfix.',
    ],
  },
  {
    text: '',
    encoding: 'utf8bom',
    says: [
      'error json-syntax 0-0: The file is saved as "utf8bom": a node reads plain UTF-8, so it ignores the whole file and boots without any hotfix.',
    ],
  },
  {
    text: '{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }',
    levels: { 'retired-base': 'hint' },
    today: '2026-08-14',
    says: [
      'hint retired-base 17-26: Images of base "202602.13" were supported until "2026-08-13": the hotfix may go.',
    ],
  },
  {
    text: '{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }',
    today: '2026-08-13',
    says: [],
  },
  {
    text: '{ "hotfixes": { "202602.13": "", "202602.30": "202602.30.1" } }',
    today: '2026-12-14',
    says: [
      'warning empty-value 29-31: Base "202602.13" is listed without a version: its nodes get no hotfix.',
      'warning impossible-date 34-43: "202602.30" is no day of the calendar: no image has that base, so no node gets this hotfix.',
    ],
  },
  {
    text: '{ "version": " 202602.13.6" }',
    levels: { 'retired-base': 'hint' },
    today: '2026-08-14',
    says: [
      'warning surrounding-whitespace 14-15: " 202602.13.6" has white space around it, which a node trims away.',
      'hint retired-base 15-24: Images of base "202602.13" were supported until "2026-08-13": the hotfix may go.',
    ],
  },
  {
    text: '{ "hotfixes": { "202508.31": "202508.31.6" } }',
    levels: { 'retired-base': 'hint' },
    today: '2026-03-01',
    says: [
      'hint retired-base 17-26: Images of base "202508.31" were supported until "2026-02-28": the hotfix may go.',
    ],
  },
  { text: '{ "hotfixes": { "202508.31": "202508.31.6" } }', today: '2026-02-28', says: [] },
  {
    text: '{ "hotfixes": { "202605.30": "202605.30.1" } }',
    before: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
    today: '2026-10-01',
    says: [
      'error entry-removed 2-12: Nodes of base "202604.01" lose "202604.01.3": their images are supported until "2026-10-01".',
    ],
  },
  {
    text: '{ "version": "202605.30.1", "scripts_version": "202604.01.1" }',
    before: '{ "version": "202604.01.3", "scripts_version": "202605.30.1" }',
    says: [
      'error entry-removed 2-11: Nodes of base "202604.01" lose "202604.01.3": their images are supported until "2026-10-01".',
      'error entry-removed 47-60: The scripts of nodes of base "202605.30" lose "202605.30.1": their images are supported until "2026-11-30".',
    ],
  },
  {
    text: '{ "version": "202604.01.2", "scripts_version": "202604.01.1" }',
    before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }',
    says: [
      'error patch-lowered 13-26: Nodes of base "202604.01" go back from "202604.01.3" to "202604.01.2".',
      'error patch-lowered 47-60: The scripts of nodes of base "202604.01" go back from "202604.01.3" to "202604.01.1".',
    ],
  },
  {
    text: '{ "scripts_version": "202604.01.3", "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202604.01.2" } }',
    before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }',
    says: [
      'error patch-lowered 63-76: Nodes of base "202604.01" go back from "202604.01.3" to "202604.01.2".',
      'error base-mismatch 92-101: "202604.01.2" is of base "202604.01", not of "202605.30": no node upgrades across bases, so this entry never applies.',
      '  79-88: The entry is looked up by the nodes of base "202605.30".',
    ],
  },
  {
    text: '',
    before: '{ "scripts_version": "202604.01.3" }',
    says: [
      'information no-hotfix 0-0: This config asks for no hotfix; the file is kept absent while none is active.',
      'error entry-removed 0-0: The scripts of nodes of base "202604.01" lose "202604.01.3": their images are supported until "2026-10-01".',
    ],
  },
  {
    text: ' {}',
    before: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    says: [
      'information no-hotfix 1-2: This config asks for no hotfix; the file is kept absent while none is active.',
      'error entry-removed 1-2: Nodes of base "202604.01" lose "202604.01.3": their images are supported until "2026-10-01".',
    ],
  },
  {
    text: '[',
    before: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    says: ['error json-syntax 1-1 (json,jsonc): A bracket is not closed at "the end of the file": …'],
  },
  {
    text: '{ "version": "202604.01.2", "scripts_version": "202604.01.2" }',
    before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }',
    says: [
      'error patch-lowered 13-26: Nodes of base "202604.01" go back from "202604.01.3" to "202604.01.2".',
    ],
  },
  {
    text: '{ "scripts_version": "202604.01.2", "version": "202604.01.3" }',
    before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }',
    says: [
      'error patch-lowered 21-34: The scripts of nodes of base "202604.01" go back from "202604.01.3" to "202604.01.2".',
    ],
  },
  {
    text: '{ "version": "202604.01.3" }',
    before: '{ "version": "202604.01.3", "scripts_version": "202604.01.3" }',
    says: [
      'error entry-removed 0-1: The scripts of nodes of base "202604.01" lose "202604.01.3": their images are supported until "2026-10-01".',
    ],
  },
  {
    text: '{}',
    before:
      '{ "hotfixes": { "202605.30": "202605.30.1", "202604.01": "v202604.1.3", "april": "202604.01.3" } }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
      'error entry-removed 0-1: Nodes of base "202604.01" lose "v202604.1.3": their images are supported until "2026-10-01".',
      'error entry-removed 0-1: Nodes of base "202605.30" lose "202605.30.1": their images are supported until "2026-11-30".',
    ],
  },
  {
    text: '{}',
    before: '{ "version": "v202604.1.3", "scripts_version": "dev" }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
      'error entry-removed 0-1: Nodes of base "202604.01" lose "v202604.1.3": their images are supported until "2026-10-01".',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.10": "202604.10.1", "202604.10": "202604.10.2" } }',
    known: ['202604.11.0'],
    says: [
      'warning duplicate-key 17-26 faded (json,jsonc): "202604.10" stands here more than once: a node goes by a later one and never sees this.',
      '  45-54: A node goes by this one.',
      'information unknown-base 45-54: No known baked version has base "202604.10": as far as is on record, no node gets this hotfix.',
    ],
  },
  {
    text: '{ "hotfixes": { "202602.13": "202602.13.5", "202602.13": "202602.13.6" } }',
    levels: { 'retired-base': 'hint' },
    today: '2026-08-14',
    says: [
      'warning duplicate-key 17-26 faded (json,jsonc): "202602.13" stands here more than once: a node goes by a later one and never sees this.',
      '  45-54: A node goes by this one.',
      'hint retired-base 45-54: Images of base "202602.13" were supported until "2026-08-13": the hotfix may go.',
    ],
  },
  {
    text: '{ "hotfixes": { "202608.14": "202608.14.1", "202602.13": "202602.13.6" } }',
    levels: { 'retired-base': 'hint' },
    today: '2026-08-14',
    says: [
      'hint unsorted-entries 45-54: "202602.13" stands after "202608.14": sorted entries show what is missing.',
      '  17-26: It belongs before this one.',
      'hint retired-base 45-54: Images of base "202602.13" were supported until "2026-08-13": the hotfix may go.',
    ],
  },
  {
    text: '{}',
    before: '{ "hotfixes": { "202604.01": "202604.01.0", "202605.30": "dev" } }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    before: '{ "hotfixes": { "202604.01": "202604.01.3" }, "scripts_version": "202605.30.3" }',
    says: [
      'error entry-removed 0-1: The scripts of nodes of base "202605.30" lose "202605.30.3": their images are supported until "2026-11-30".',
    ],
  },
  {
    text: '{}',
    before: '{ "hotfixes": {}, "version": "202604.01.3" }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
      'error entry-removed 0-1: Nodes of base "202604.01" lose "202604.01.3": their images are supported until "2026-10-01".',
    ],
  },
  {
    text: '{}',
    before: '{ "hotfixes": { "202604.1": "202604.1.3" } }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
    ],
  },
  {
    text: '{ "version": "7.1.2" }',
    before: '{ "version": "7.1.3" }',
    says: [
      'error malformed-version 14-19: "7.1.2" passes the comparison, but a node installs exactly that spelling and no such package exists.',
    ],
  },
];

it.each(cases.map((one) => [one.text, one] as const))('a reader of %j is told all of it', (_, one) => {
  expect(messagesIn(one)).toEqual(one.says);
});
