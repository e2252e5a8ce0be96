import { expect, it } from 'vitest';
import { type MessageCase, messagesIn } from '../support/messages.ts';

const cases: MessageCase[] = [
  {
    text: '{ "hotfixes": { "202600.10": "202600.10.1", "202604.00": "202604.00.1", "202604.31": "202604.31.1", "202612.31": "202612.31.2", "202613.01": "202613.01.1" } }',
    says: [
      'warning impossible-date 17-26: "202600.10" is no day of the calendar: no image has that base, so no node gets this hotfix.',
      'warning impossible-date 45-54: "202604.00" is no day of the calendar: no image has that base, so no node gets this hotfix.',
      'warning impossible-date 73-82: "202604.31" is no day of the calendar: no image has that base, so no node gets this hotfix.',
      'warning impossible-date 129-138: "202613.01" is no day of the calendar: no image has that base, so no node gets this hotfix.',
    ],
  },
  {
    text: '{ "version": " 202613.01.1 " }',
    says: [
      'warning surrounding-whitespace 14-27: " 202613.01.1 " has white space around it, which a node trims away.',
      'warning impossible-date 15-24: "202613.01" is no day of the calendar: no image has that base, so no node gets this hotfix.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.2", "202604.01": "202604.01.3" } }',
    says: [
      'warning duplicate-key 17-26 faded (json,jsonc): "202604.01" stands here more than once: a node goes by a later one and never sees this.',
      '  45-54: A node goes by this one.',
    ],
  },
  {
    text: '{ "version": "202604.01.2", "version": null }',
    says: [
      'warning duplicate-key 29-36 faded (json,jsonc): "version" stands here more than once: null leaves what stood before, and a node goes by that.',
      '  3-10: A node goes by this one.',
    ],
  },
  {
    text: '{ "version": "202604.01.2", "Version": "202604.01.3" }',
    says: [
      'warning duplicate-key 3-10 faded: "version" stands here more than once: a node goes by a later one and never sees this.',
      '  29-36: A node goes by this one.',
      'warning property-case 29-36: A node takes "Version" for "version", other tools do not.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.3" }, "Hotfixes": { "202605.30": "202605.30.1" }, "Hotfixes": { "202604.01": "202604.01.4" } }',
    says: [
      'warning duplicate-key 17-26 faded: "202604.01" stands here more than once: a node goes by a later one and never sees this.',
      '  105-114: A node goes by this one.',
      'warning duplicate-key 47-55: "Hotfixes" stands here more than once: a node merges this object into the one before.',
      '  3-11: The object before.',
      'warning property-case 47-55: A node takes "Hotfixes" for "hotfixes", other tools do not.',
      'warning duplicate-key 91-99 (json,jsonc): "Hotfixes" stands here more than once: a node merges this object into the one before.',
      '  47-55: The object before.',
      'warning property-case 91-99: A node takes "Hotfixes" for "hotfixes", other tools do not.',
    ],
  },
  {
    text: '{ "hotfixes": {}, "hotfixes": null, "scripts_version": "202604.01.3" }',
    says: [
      'warning duplicate-key 3-11 faded (json,jsonc): "hotfixes" stands here more than once: a node goes by a later one and never sees this.',
      '  19-27: A node goes by this one.',
    ],
  },
  {
    text: '{ "version": null, "version": null, "scripts_version": "202604.01.3" }',
    says: [
      'warning duplicate-key 3-10 faded (json,jsonc): "version" stands here more than once: a node goes by a later one and never sees this.',
      '  20-27: A node goes by this one.',
      'warning empty-value 30-34: "version" is empty: a node takes it for "no hotfix".',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "", "202605.30": null, "x": " " } }',
    says: [
      'warning empty-value 29-31: Base "202604.01" is listed without a version: its nodes get no hotfix.',
      'warning empty-value 46-50: Base "202605.30" is listed without a version: its nodes get no hotfix.',
      'error malformed-base 53-54: "x" is not a base (YYYYMM.DD): no node looks it up, so this entry upgrades nothing.',
      'warning empty-value 57-60: No version stands behind "x": whatever base is meant, its nodes get no hotfix.',
    ],
  },
  {
    text: '{ "version": "", "scripts_version": null }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
      'warning empty-value 13-15: "version" is empty: a node takes it for "no hotfix".',
      'warning empty-value 36-40: "scripts_version" is empty: a node takes it for "no hotfix".',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "v202604.1." } }',
    says: [
      'error empty-patch 30-40: "v202604.1." has no patch: a node cannot upgrade to it and boots unpatched.',
    ],
  },
  {
    text: '\uFEFF{ // why\n "version": "202604.01.3", }',
    says: [
      'error json-syntax 0-1: The file begins with a byte-order mark "\\ufeff": …',
      'error json-syntax 3-9 (json): "// why" is a comment, which strict JSON does not have: …',
      'error json-syntax 35-36 (json): "," is followed by no other entry, and strict JSON has no trailing commas: …',
    ],
  },
  {
    text: '{ "version": "202604.01.3"',
    says: ['error json-syntax 26-26 (json,jsonc): A bracket is not closed at "the end of the file": …'],
  },
  { text: '{ "version": dev }', says: ['error json-syntax 13-16 (json,jsonc): "dev" is no JSON: …'] },
  {
    text: '{ "hotfixes": { "202604.01.3": "202604.01.3" } }',
    says: [
      'error malformed-base 17-28: "202604.01.3" is not a base as nodes look it up: they look for "202604.01", letter for letter, and never find this entry.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.3", "202604.1": "202604.01.3" } }',
    says: [
      'error malformed-base 45-53: "202604.1" is not a base as nodes look it up, and another entry stands for "202604.01" too: no node ever finds this one.',
    ],
  },
  {
    text: '{ "hotfixes": { " v202604.1": "202604.01.3", "202604.01 ": "202604.01.2" } }',
    says: [
      'error malformed-base 17-27: " v202604.1" is not a base as nodes look it up, and another entry stands for "202604.01" too: no node ever finds this one.',
      'error malformed-base 46-56: "202604.01 " is not a base as nodes look it up, and another entry stands for "202604.01" too: no node ever finds this one.',
    ],
  },
  {
    text: '{ "hotfixes": { "": "202604.01.3", "202604.01.x": "202604.01.3", "x202604.01": "202604.01.3" } }',
    says: [
      'error malformed-base 16-18: "" is not a base (YYYYMM.DD): no node looks it up, so this entry upgrades nothing.',
      'error malformed-base 36-47: "202604.01.x" is not a base (YYYYMM.DD): no node looks it up, so this entry upgrades nothing.',
      'error malformed-base 66-76: "x202604.01" is not a base (YYYYMM.DD): no node looks it up, so this entry upgrades nothing.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "v202604.1.03" } }',
    says: [
      'error malformed-version 30-42: "v202604.1.03" passes the comparison, but a node installs exactly that spelling; the package is named "202604.01.3".',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.3.1" } }',
    says: [
      'error malformed-version 30-43: "202604.01.3.1" is not a version that a node can compare (YYYYMM.DD.PATCH): it upgrades nothing.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.30.3-rc" } }',
    says: [
      'error malformed-version 30-44: "202604.30.3-rc" is not a version of base "202604.01" (YYYYMM.DD.PATCH): it upgrades nothing.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202605.01.3-rc" } }',
    says: [
      'error malformed-version 30-44: "202605.01.3-rc" is not a version of base "202604.01" (YYYYMM.DD.PATCH): it upgrades nothing.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.0-rc" } }',
    says: [
      'error malformed-version 30-44: "202604.01.0-rc" upgrades nothing: a node reads it as patch 0 (YYYYMM.DD.PATCH), and no baked patch is lower.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.1.3-rc" } }',
    says: [
      'error malformed-version 30-43: "202604.1.3-rc" passes the comparison, but a node installs exactly that spelling and no such package exists.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202604.1.00" } }',
    says: [
      'error malformed-version 30-41: "202604.1.00" is not written as releases write it: that version is named "202604.01.0".',
      'warning never-upgrades 39-41: "202604.1.00" upgrades nothing: its patch is 0, and a node upgrades only to a higher one than its own.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": "202605.1.03" } }',
    says: [
      'error base-mismatch 30-38: "202605.1.03" is of base "202605.01", not of "202604.01": no node upgrades across bases, so this entry never applies.',
      '  17-26: The entry is looked up by the nodes of base "202604.01".',
      'error malformed-version 30-41: "202605.1.03" is not written as releases write it: that version is named "202605.01.3".',
    ],
  },
  {
    text: '{ "version": "202604.01.3+x" }',
    says: [
      'error malformed-version 14-27: "202604.01.3+x" passes the comparison, but a node installs exactly that spelling and no such package exists.',
    ],
  },
  { text: '{ "version": "202604.01.18446744073709551615" }', says: [] },
  {
    text: '{ "version": "202604.01.18446744073709551616" }',
    says: [
      'error malformed-version 14-44: "202604.01.18446744073709551616" is not a version that a node can compare (YYYYMM.DD.PATCH): it upgrades nothing.',
    ],
  },
  {
    text: '{ "version": "202604.01.3-01" }',
    says: [
      'error malformed-version 14-28: "202604.01.3-01" is not a version that a node can compare (YYYYMM.DD.PATCH): it upgrades nothing.',
    ],
  },
  {
    text: '{ "version": "202604.01.3-01a" }',
    says: [
      'error malformed-version 14-29: "202604.01.3-01a" passes the comparison, but a node installs exactly that spelling and no such package exists.',
    ],
  },
  {
    text: '{ "version": "202604.01.3-a01" }',
    says: [
      'error malformed-version 14-29: "202604.01.3-a01" passes the comparison, but a node installs exactly that spelling and no such package exists.',
    ],
  },
  {
    text: '{ "version": "202604.01.3-x.012" }',
    says: [
      'error malformed-version 14-31: "202604.01.3-x.012" is not a version that a node can compare (YYYYMM.DD.PATCH): it upgrades nothing.',
    ],
  },
  {
    text: '{ "version": "202604.100.3" }',
    says: [
      'error malformed-version 14-26: "202604.100.3" passes the comparison, but a node installs exactly that spelling and no such package exists.',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": " v202604.01.0" } }',
    says: [
      'warning surrounding-whitespace 30-31: " v202604.01.0" has white space around it, which a node trims away.',
      'error malformed-version 31-43: "v202604.01.0" is not written as releases write it: that version is named "202604.01.0".',
      'warning never-upgrades 42-43: "v202604.01.0" upgrades nothing: its patch is 0, and a node upgrades only to a higher one than its own.',
    ],
  },
  {
    text: '{ "hotfixes": {}, "hotfixes": {} }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
      'warning duplicate-key 19-27 (json,jsonc): "hotfixes" stands here more than once: a node merges this object into the one before.',
      '  3-11: The object before.',
    ],
  },
  {
    text: ' null ',
    says: [
      'information no-hotfix 1-5: This config asks for no hotfix; the file is kept absent while none is active.',
    ],
  },
  {
    text: '',
    says: [
      'information no-hotfix 0-0: This config asks for no hotfix; the file is kept absent while none is active.',
    ],
  },
  {
    text: ' \n',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
    ],
  },
  {
    text: ' {}',
    says: [
      'information no-hotfix 1-2: This config asks for no hotfix; the file is kept absent while none is active.',
    ],
  },
  {
    text: '{ "hotfixes": {}, "version": " ", "scripts_version": "202604.01.3" }',
    says: ['warning empty-value 29-32: "version" is empty: a node takes it for "no hotfix".'],
  },
  { text: '{ "hotfixes": {}, "version": "202604.01.3" }', says: [] },
  {
    text: '{ "hotfixes": { "202604.01": "202604.01.3" }, "hotfixes": null }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
      'warning duplicate-key 3-11 faded (json,jsonc): "hotfixes" stands here more than once: a node goes by a later one and never sees this.',
      '  47-55: A node goes by this one.',
    ],
  },
  {
    text: '{ "HOTFIXES": { "202604.01": "202604.01.3" }, "Scripts_Version": "202604.01.3" }',
    says: [
      'warning property-case 3-11: A node takes "HOTFIXES" for "hotfixes", other tools do not.',
      'warning property-case 47-62: A node takes "Scripts_Version" for "scripts_version", other tools do not.',
    ],
  },
  {
    text: '{ "hotfixes": {}, "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
    says: [
      'warning shadowed-version 18-42 faded: No node reads "version": "202604.01.3" while "hotfixes" has an entry, whatever the base of the node.',
      '  44-54: Nodes go by this map.',
      'warning duplicate-key 45-53 (json,jsonc): "hotfixes" stands here more than once: a node merges this object into the one before.',
      '  3-11: The object before.',
    ],
  },
  {
    text: '{ "version": "", "hotfixes": { "202605.30": "202605.30.1" } }',
    says: ['warning empty-value 13-15: "version" is empty: a node takes it for "no hotfix".'],
  },
  {
    text: '{ "hotfixes": { "202604.01": "\\t202604.01.3\\u0020", "202605.30": "  " } }',
    says: [
      'warning surrounding-whitespace 30-49: "\\u0009202604.01.3 " has white space around it, which a node trims away.',
      'warning empty-value 65-69: Base "202605.30" is listed without a version: its nodes get no hotfix.',
    ],
  },
  {
    text: '{ "hotfi": {}, "ver": "202604.01.3", "$schema": "x", "script_versions": "202604.01.3", "": 1 }',
    says: [
      'information no-hotfix 0-1: This config asks for no hotfix; the file is kept absent while none is active.',
      'warning unknown-property 3-8: No node reads "hotfi": it reads "hotfixes", "version" and "scripts_version" and ignores all else.',
      'warning unknown-property 16-19: No node reads "ver": it reads "hotfixes", "version" and "scripts_version" and ignores all else.',
      'warning unknown-property 54-69: No node reads "script_versions"; did you mean "scripts_version"? As it stands it asks for nothing.',
      'warning unknown-property 87-89: No node reads "": it reads "hotfixes", "version" and "scripts_version" and ignores all else.',
    ],
  },
  {
    text: '{ "hotfixes": { "202605.30": "202605.30.1", "202606.30": "202606.30.1", "202604.01": "202604.01.3", "202603.01": "202603.01.2" } }',
    says: [
      'hint unsorted-entries 73-82: "202604.01" stands after "202606.30": sorted entries show what is missing.',
      '  45-54: It belongs before this one.',
    ],
  },
  { text: '7', says: ['error wrong-type 0-1: The config is "7" where a node expects an object: …'] },
  { text: '[1]', says: ['error wrong-type 0-1: The config is "[1]" where a node expects an object: …'] },
  { text: '"x"', says: ['error wrong-type 0-3: The config is "\\"x\\"" where a node expects an object: …'] },
  {
    text: '{ "hotfixes": "x", "version": [1], "scripts_version": {} }',
    says: [
      'error wrong-type 14-17: The value of "hotfixes" is "\\"x\\"" where a node expects an object: …',
      'error wrong-type 30-31: The value of "version" is "[1]" where a node expects text in quotes: …',
      'error wrong-type 54-55: The value of "scripts_version" is "{}" where a node expects text in quotes: …',
    ],
  },
  {
    text: '{ "hotfixes": { "202604.01": 7, "202605.30": true } }',
    says: [
      'error wrong-type 29-30: The value of "202604.01" is "7" without the quotes that make it text: …',
      'error wrong-type 45-49: The value of "202605.30" is "true" without the quotes that make it text: …',
    ],
  },
  {
    text: '{ "hotfixes": { "20260\\u0034.01": "202604.\\u00301.0" } }',
    says: [
      'warning never-upgrades 50-51: "202604.01.0" upgrades nothing: its patch is 0, and a node upgrades only to a higher one than its own.',
    ],
  },
];

it.each(cases.map((one) => [one.text, one] as const))('a reader of %j is told all of it', (_, one) => {
  expect(messagesIn(one)).toEqual(one.says);
});
