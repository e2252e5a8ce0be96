import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/model/index.ts';
import { findingsAmong, type Surroundings } from '../support/markers.ts';

interface Case extends Surroundings {
  readonly it: string;
  readonly text: string;
  /** Every fix of the rule's findings: the title, and the text when it is applied. */
  readonly offers: readonly string[];
}

const cases: [string, Case[]][] = [
  [
    'already-baked',
    [
      {
        it: 'the patch above every known one, elsewhere in the file too',
        text: '{ "version": "202604.01.3", "scripts_version": "202604.01.7" }',
        known: ['202604.01.5'],
        offers: [
          'Change the version to "202604.01.8" → { "version": "202604.01.8", "scripts_version": "202604.01.7" }',
        ],
      },
      {
        it: 'the last patch that a node can read',
        text: '{ "version": "202604.01.3" }',
        known: ['202604.01.18446744073709551614'],
        offers: [
          'Change the version to "202604.01.18446744073709551615" → { "version": "202604.01.18446744073709551615" }',
        ],
      },
      {
        it: 'nothing where no higher patch can be read',
        text: '{ "version": "202604.01.3" }',
        known: ['202604.01.18446744073709551615'],
        offers: [],
      },
    ],
  ],
  [
    'base-mismatch',
    [
      {
        it: 'the base of the key, or the key of the base',
        text: '{ "hotfixes": { "202604.01": "202605.30.2" } }',
        offers: [
          'Change the version to "202604.01.2" → { "hotfixes": { "202604.01": "202604.01.2" } }',
          'Move the entry to base "202605.30" → { "hotfixes": { "202605.30": "202605.30.2" } }',
        ],
      },
      {
        it: 'no key that is there already',
        text: '{ "hotfixes": { "202604.01": "202605.30.2", "202605.30": "202605.30.3" } }',
        offers: [
          'Change the version to "202604.01.2" → { "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.3" } }',
        ],
      },
    ],
  ],
  [
    'unknown-base',
    [
      {
        it: 'the three nearest bases, by letters and then by days',
        text: '{ "hotfixes": { "202604.20": "202604.20.2" } }',
        known: ['202603.20.0', '202604.10.0', '202604.19.0', '202604.21.0', '202605.20.0', '202607.13.0'],
        offers: [
          'Change the base to "202604.21" → { "hotfixes": { "202604.21": "202604.21.2" } }',
          'Change the base to "202604.10" → { "hotfixes": { "202604.10": "202604.10.2" } }',
          'Change the base to "202605.20" → { "hotfixes": { "202605.20": "202605.20.2" } }',
        ],
      },
      {
        it: 'to leave a version alone that is of another base',
        text: '{ "hotfixes": { "202604.10": "202605.30.2" } }',
        known: ['202604.11.0'],
        offers: ['Change the base to "202604.11" → { "hotfixes": { "202604.11": "202605.30.2" } }'],
      },
      {
        it: 'to change the key alone where no version is there',
        text: '{ "hotfixes": { "202604.10": null } }',
        known: ['202604.11.0'],
        offers: ['Change the base to "202604.11" → { "hotfixes": { "202604.11": null } }'],
      },
      {
        it: 'no base that is listed already',
        text: '{ "hotfixes": { "202604.10": "202604.10.2", "202604.11": "202604.11.2" } }',
        known: ['202604.11.0', '202604.12.0'],
        offers: [
          'Change the base to "202604.12" → { "hotfixes": { "202604.12": "202604.12.2", "202604.11": "202604.11.2" } }',
        ],
      },
      {
        it: 'for a field a base that the map lists too',
        text: '{ "version": "202604.10.2", "hotfixes": { "202604.11": "202604.11.2" } }',
        known: ['202604.11.0'],
        offers: [
          'Change the base to "202604.11" → { "version": "202604.11.2", "hotfixes": { "202604.11": "202604.11.2" } }',
        ],
      },
      {
        it: 'to leave a version alone that is misspelled',
        text: '{ "hotfixes": { "202604.10": "v202604.10.2" } }',
        known: ['202604.11.0'],
        offers: ['Change the base to "202604.11" → { "hotfixes": { "202604.11": "v202604.10.2" } }'],
      },
      {
        it: 'to change the base inside white space',
        text: '{ "scripts_version": " 202604.10.2" }',
        known: ['202604.11.0'],
        offers: ['Change the base to "202604.11" → { "scripts_version": " 202604.11.2" }'],
      },
    ],
  ],
  [
    'impossible-date',
    [
      {
        it: 'the nearest day that is known',
        text: '{ "hotfixes": { "202602.30": "202602.30.1" } }',
        known: ['202602.20.0', '202605.30.0'],
        offers: [
          'Change the base to "202602.20" → { "hotfixes": { "202602.20": "202602.20.1" } }',
          'Change the base to "202605.30" → { "hotfixes": { "202605.30": "202605.30.1" } }',
        ],
      },
    ],
  ],
  [
    'duplicate-key',
    [
      {
        it: 'to remove the first one with the comma behind it',
        text: '{ "hotfixes": { "202604.01": "202604.01.2", "202604.01": "202604.01.3" } }',
        offers: ['Remove the one that a node never sees → { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
      {
        it: 'to remove the last one with the comma before it',
        text: '{ "version": "202604.01.2", "version": null }',
        offers: ['Remove the one that a node never sees → { "version": "202604.01.2" }'],
      },
      {
        it: 'to remove the only entry with the white space around it',
        text: '{ "hotfixes": {\r\n\t"202604.01": "202604.01.3" }, "hotfixes": { "202604.01": "202604.01.4" } }',
        offers: [
          'Remove the one that a node never sees → { "hotfixes": {}, "hotfixes": { "202604.01": "202604.01.4" } }',
        ],
      },
      {
        it: 'to remove the one before a null',
        text: '{ "hotfixes": { "202604.01": "202604.01.3" }, "hotfixes": null, "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: [
          'Remove the one that a node never sees → { "hotfixes": null, "hotfixes": { "202605.30": "202605.30.1" } }',
        ],
      },
      {
        it: 'to remove a comment with the one before it',
        text: '{ "hotfixes": { "202604.01": "202604.01.2" /* a, b */, "202604.01": "202604.01.3" } }',
        offers: ['Remove the one that a node never sees → { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
    ],
  ],
  [
    'empty-patch',
    [
      {
        it: 'the first patch',
        text: '{ "hotfixes": { "202604.01": "202604.01." } }',
        offers: ['Change the version to "202604.01.1" → { "hotfixes": { "202604.01": "202604.01.1" } }'],
      },
      {
        it: 'the patch above the highest known one, in place of the text without its white space',
        text: '{ "hotfixes": { "202604.01": " 202604.1 " } }',
        known: ['202604.01.9', '202604.01.10'],
        offers: ['Change the version to "202604.01.11" → { "hotfixes": { "202604.01": " 202604.01.11 " } }'],
      },
      {
        it: 'nothing where something stands behind the missing patch',
        text: '{ "hotfixes": { "202604.01": "202604.01..5" } }',
        offers: [],
      },
      {
        it: 'nothing where no higher patch can be read',
        text: '{ "hotfixes": { "202604.01": "202604.01." } }',
        known: ['202604.01.18446744073709551615'],
        offers: [],
      },
    ],
  ],
  [
    'never-upgrades',
    [
      {
        it: 'the patch above that of the base, wherever it is named',
        text: '{ "hotfixes": { "202604.01": "202604.01.0", "202605.30": "202604.01.4" } }',
        offers: [
          'Change the version to "202604.01.5" → { "hotfixes": { "202604.01": "202604.01.5", "202605.30": "202604.01.4" } }',
        ],
      },
      {
        it: 'the patch above the highest known one, in place of the text without its white space',
        text: '{ "version": " v202604.01.0 " }',
        known: ['202604.01.0', '202604.01.10', '202604.01.9'],
        offers: ['Change the version to "202604.01.11" → { "version": " 202604.01.11 " }'],
      },
      {
        it: 'nothing where no higher patch can be read',
        text: '{ "hotfixes": { "202604.01": "202604.01.0" } }',
        known: ['202604.01.18446744073709551615'],
        offers: [],
      },
    ],
  ],
  [
    'json-syntax',
    [
      {
        it: 'to put a bare version in quotes in a long file',
        text: '{ "version": v202604.01.3, "note": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }',
        offers: [
          'Put v202604.01.3 in quotes → { "version": "v202604.01.3", "note": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }',
        ],
      },
      {
        it: 'to remove the one comment beside another fault',
        text: '{ // why\n  "version": "202604.01.3", }',
        offers: [
          'Remove the comment (a comment) → { \n  "version": "202604.01.3", }',
          'safe: Remove the trailing comma → { // why\n  "version": "202604.01.3" }',
        ],
      },
      {
        it: 'to remove the line of a comment with white space behind it',
        text: '{\n  /* why */ \t\n  "version": "202604.01.3"\n}',
        offers: ['Remove the comment (a comment) → {\n  "version": "202604.01.3"\n}'],
      },
      {
        it: 'to remove the byte-order mark',
        text: '\uFEFF{ "version": "202604.01.3" }',
        offers: ['safe: Remove the byte-order mark → { "version": "202604.01.3" }'],
      },
      {
        it: 'to remove each trailing comma',
        text: '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1", }, }',
        offers: [
          'safe: Remove the trailing comma → { "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" }, }',
          'safe: Remove the trailing comma → { "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1", } }',
        ],
      },
      {
        it: 'to remove each comment, and at the first one all of them',
        text: '{ // why\n  "version": "202604.01.3" /* a */ // b\n}',
        offers: [
          'Remove the comment (a comment) → { \n  "version": "202604.01.3" /* a */ // b\n}',
          'Remove all 3 comments → { \n  "version": "202604.01.3"  \n}',
          'Remove the comment (a comment) → { // why\n  "version": "202604.01.3"  // b\n}',
          'Remove the comment (a comment) → { // why\n  "version": "202604.01.3" /* a */ \n}',
        ],
      },
      {
        it: 'to remove the line of a comment that stands alone',
        text: '{\r\n\t// why \r\n  "version": "202604.01.3"\r\n}',
        offers: ['Remove the comment (a comment) → {\r\n  "version": "202604.01.3"\r\n}'],
      },
      {
        it: 'to remove of a line only the comment',
        text: '{\n  /* a */ "version": "202604.01.3"\n}// end',
        offers: [
          'Remove the comment (a comment) → {\n   "version": "202604.01.3"\n}// end',
          'Remove all 2 comments → {\n   "version": "202604.01.3"\n}',
          'Remove the comment (a comment) → {\n  /* a */ "version": "202604.01.3"\n}',
        ],
      },
      {
        it: 'to put single-quoted text in double quotes',
        text: '{ "version": \'202604.01.3\' }',
        offers: ['Put 202604.01.3 in quotes → { "version": "202604.01.3" }'],
      },
      {
        it: 'to put a bare version in quotes',
        text: '{ "hotfixes": { "202604.01": v202604.01.3-rc+1, "202605.30": "202605.30.1" } }',
        offers: [
          'Put v202604.01.3-rc+1 in quotes → { "hotfixes": { "202604.01": "v202604.01.3-rc+1", "202605.30": "202605.30.1" } }',
        ],
      },
      {
        it: 'to put a bare version in quotes that begins as a number does',
        text: '{ "version":202604.01.3}',
        offers: ['Put 202604.01.3 in quotes → { "version":"202604.01.3"}'],
      },
      {
        it: 'to put a bare word at the end of a list in quotes',
        text: '{ "note": [1], "version":\t01\n}',
        offers: ['Put 01 in quotes → { "note": [1], "version":\t"01"\n}'],
      },
      { it: 'no quotes for a key', text: '{ version: "202604.01.3" }', offers: [] },
      { it: 'no quotes behind a value', text: '{ "version": "202604.01.3" x }', offers: [] },
      { it: 'no quotes where more than a word is bare', text: '{ "version": \'a b\' }', offers: [] },
      { it: 'no quotes where only one is missing', text: '{ "version": \'202604.01.3" }', offers: [] },
      {
        it: 'to save as UTF-8',
        text: '{ "version": "202604.01.3" }',
        encoding: 'utf16le',
        offers: ['Save as UTF-8 (UTF-8) → { "version": "202604.01.3" }'],
      },
      {
        it: 'to save as UTF-8 what is garbled',
        text: '{ "version": "é" }',
        encoding: 'windows1252',
        offers: ['Save as UTF-8 (UTF-8) → { "version": "é" }'],
      },
    ],
  ],
  [
    'malformed-base',
    [
      {
        it: 'the base as nodes look it up',
        text: '{ "hotfixes": { "v202604.1.3": "202604.01.3" } }',
        offers: ['safe: Change the key to "202604.01" → { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
      {
        it: 'nothing where another entry stands for the base',
        text: '{ "hotfixes": { "202604.1": "202604.01.3", "202604.01": "202604.01.3" } }',
        offers: [],
      },
    ],
  ],
  [
    'malformed-version',
    [
      {
        it: 'the version as releases write it',
        text: '{ "hotfixes": { "202604.01": " v202604.1.03 " } }',
        offers: [
          'safe: Change the version to "202604.01.3" → { "hotfixes": { "202604.01": " 202604.01.3 " } }',
        ],
      },
      { it: 'nothing where a suffix would be lost', text: '{ "version": "202604.01.3-rc" }', offers: [] },
    ],
  ],
  [
    'property-case',
    [
      {
        it: 'the name as it is everywhere else',
        text: '{ "HOTFIXES": { "202604.01": "202604.01.3" }, "Scripts_Version": "202604.01.3" }',
        offers: [
          'safe: Rename to "hotfixes" → { "hotfixes": { "202604.01": "202604.01.3" }, "Scripts_Version": "202604.01.3" }',
          'safe: Rename to "scripts_version" → { "HOTFIXES": { "202604.01": "202604.01.3" }, "scripts_version": "202604.01.3" }',
        ],
      },
    ],
  ],
  [
    'retired-base',
    [
      {
        it: 'to remove a field beside a map and a version',
        text: '{ "hotfixes": { "202607.01": "202607.01.3" }, "version": "202607.01.3", "scripts_version": "202602.13.6" }',
        today: '2026-08-14',
        offers: [
          'Remove "scripts_version" → { "hotfixes": { "202607.01": "202607.01.3" }, "version": "202607.01.3" }',
        ],
      },
      {
        it: 'to remove an entry',
        text: '{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }',
        today: '2026-08-14',
        offers: ['Remove "202602.13" → { "hotfixes": { "202605.05": "202605.05.2" } }'],
      },
      {
        it: 'to remove the only entry',
        text: '{ "hotfixes": { "202602.13": "202602.13.6" } }',
        today: '2026-08-14',
        offers: ['Remove "202602.13" → { "hotfixes": {} }'],
      },
      {
        it: 'nothing where nodes would read the version instead',
        text: '{ "hotfixes": { "202602.13": "202602.13.6" }, "version": "202607.01.3" }',
        today: '2026-08-14',
        offers: [],
      },
      {
        it: 'to remove an entry beside a version where another map has one',
        text: '{ "hotfixes": { "202602.13": "202602.13.6" }, "version": "202607.01.3", "hotfixes": { "202607.13": "202607.13.6" } }',
        today: '2026-08-14',
        offers: [
          'Remove "202602.13" → { "hotfixes": {}, "version": "202607.01.3", "hotfixes": { "202607.13": "202607.13.6" } }',
        ],
      },
      {
        it: 'to remove a field',
        text: '{ "version": "202602.13.6", "scripts_version": "202602.13.6" }',
        today: '2026-08-14',
        offers: [
          'Remove "version" → { "scripts_version": "202602.13.6" }',
          'Remove "scripts_version" → { "version": "202602.13.6" }',
        ],
      },
    ],
  ],
  [
    'shadowed-version',
    [
      {
        it: 'to move it with four spaces where the file has them',
        text: '{\n    "hotfixes": {\n        "202605.30": "202605.30.1"\n    },\n    "version": "202604.01.3"\n}\n',
        offers: [
          'Remove "version" → {\n    "hotfixes": {\n        "202605.30": "202605.30.1"\n    }\n}\n',
          'Move "version" into "hotfixes" as base "202604.01" → {\n    "hotfixes": {\n        "202604.01": "202604.01.3",\n        "202605.30": "202605.30.1"\n    }\n}\n',
        ],
      },
      {
        it: 'to remove it, or to move it into the map where it belongs in the order',
        text: '{\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202605.30": "202605.30.1"\n  },\n  "version": "202604.01.3"\n}\n',
        offers: [
          'Remove "version" → {\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202605.30": "202605.30.1"\n  }\n}\n',
          'Move "version" into "hotfixes" as base "202604.01" → {\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202604.01": "202604.01.3",\n    "202605.30": "202605.30.1"\n  }\n}\n',
        ],
      },
      {
        it: 'to move it with the indentation and the line ends of the file',
        text: '{\r\n\t"hotfixes": {\r\n\t\t"202605.30": "202605.30.1"\r\n\t},\r\n\t"version": "202604.01.3"\r\n}\r\n',
        offers: [
          'Remove "version" → {\r\n\t"hotfixes": {\r\n\t\t"202605.30": "202605.30.1"\r\n\t}\r\n}\r\n',
          'Move "version" into "hotfixes" as base "202604.01" → {\r\n\t"hotfixes": {\r\n\t\t"202604.01": "202604.01.3",\r\n\t\t"202605.30": "202605.30.1"\r\n\t}\r\n}\r\n',
        ],
      },
      {
        it: 'only to remove it where its base is listed',
        text: '{ "version": "202605.30.3", "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: ['Remove "version" → { "hotfixes": { "202605.30": "202605.30.1" } }'],
      },
      {
        it: 'only to remove it where it has no base',
        text: '{ "version": "dev", "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: ['Remove "version" → { "hotfixes": { "202605.30": "202605.30.1" } }'],
      },
      {
        it: 'only to remove it where there are two maps',
        text: '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" }, "hotfixes": { "202605.31": "202605.31.1" } }',
        offers: [
          'Remove "version" → { "hotfixes": { "202605.30": "202605.30.1" }, "hotfixes": { "202605.31": "202605.31.1" } }',
        ],
      },
      {
        it: 'only to remove it where it stands twice',
        text: '{ "version": "202604.01.3", "Version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: [
          'Remove "version" → { "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
        ],
      },
      {
        it: 'only to remove it where the text is broken',
        text: '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" }, }',
        offers: ['Remove "version" → { "hotfixes": { "202605.30": "202605.30.1" }, }'],
      },
    ],
  ],
  [
    'surrounding-whitespace',
    [
      {
        it: 'to trim both ends, in any spelling',
        text: '{ "hotfixes": { "202604.01": "\\t202604.01.3\\u0020" } }',
        offers: [
          'safe: Remove the white space around the version → { "hotfixes": { "202604.01": "202604.01.3" } }',
        ],
      },
      {
        it: 'to trim the one end that needs it',
        text: '{ "hotfixes": { "202604.01": " 202604.01.3" } }',
        offers: [
          'safe: Remove the white space around the version → { "hotfixes": { "202604.01": "202604.01.3" } }',
        ],
      },
    ],
  ],
  [
    'unknown-property',
    [
      {
        it: 'the field that was meant, by its letters alone',
        text: '{ "scriptsVersion": "202604.01.3", "hot-fixes": null }',
        offers: [
          'Rename to "scripts_version" → { "scripts_version": "202604.01.3", "hot-fixes": null }',
          'Rename to "hotfixes" → { "scriptsVersion": "202604.01.3", "hotfixes": null }',
        ],
      },
      {
        it: 'no field that is there already',
        text: '{ "version": "202604.01.3", "verzion": "202604.01.3" }',
        offers: [],
      },
      { it: 'no field that could not hold the value', text: '{ "verson": 7, "hotfixs": [] }', offers: [] },
    ],
  ],
  [
    'unsorted-entries',
    [
      {
        it: 'to sort the entries, repeated ones in their order',
        text: '{ "hotfixes": { "202605.30": "202605.30.1", "202606.30": "202606.30.1", "202604.01": "202604.01.3", "202604.01": "202604.01.2" } }',
        offers: [
          'safe: Sort the entries → { "hotfixes": { "202604.01": "202604.01.3", "202604.01": "202604.01.2", "202605.30": "202605.30.1", "202606.30": "202606.30.1" } }',
        ],
      },
      {
        it: 'nothing where the text is broken',
        text: '{ "hotfixes": { "202605.30": "202605.30.1", "202604.01": "202604.01.3",  } }',
        offers: [],
      },
    ],
  ],
  [
    'wrong-type',
    [
      {
        it: 'to put a bare number in quotes, as it is spelled',
        text: '{ "hotfixes": { "202604.01": 202604.10 } }',
        offers: ['Put 202604.10 in quotes → { "hotfixes": { "202604.01": "202604.10" } }'],
      },
      {
        it: 'nothing for another value',
        text: '{ "hotfixes": 7, "version": [1], "scripts_version": true }',
        offers: [],
      },
    ],
  ],
  [
    'entry-removed',
    [
      {
        it: 'to make an object where there is none',
        text: 'null',
        before: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
        offers: ['Restore "202604.01.3" → {\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  }\n}\n'],
      },
      {
        it: 'to restore in the map beside the version of the scripts',
        text: '{ "scripts_version": "202604.01.2" }',
        before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }',
        offers: [
          'Restore "202604.01.3" → {\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  },\n  "scripts_version": "202604.01.2"\n}',
        ],
      },
      {
        it: 'to restore in the map beside an empty version',
        text: '{ "version": " " }',
        before: '{ "version": "202604.01.3" }',
        offers: [
          'Restore "202604.01.3" → {\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  },\n  "version": " "\n}',
        ],
      },
      {
        it: 'nothing in place of a version that is none',
        text: '{ "version": "dev" }',
        before: '{ "version": "202604.01.3" }',
        offers: [],
      },
      {
        it: 'to restore an entry where it belongs in the order',
        text: '{ "hotfixes": { "202603.30": "202603.30.1", "202605.30": "202605.30.1" } }',
        before:
          '{ "hotfixes": { "202603.30": "202603.30.1", "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
        offers: [
          'Restore "202604.01.3" → {\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202604.01": "202604.01.3",\n    "202605.30": "202605.30.1"\n  }\n}',
        ],
      },
      {
        it: 'to restore the version where nodes go by it',
        text: '{ "scripts_version": "202604.01.2", "Version": "202604.01.0" }',
        before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }',
        offers: ['Restore "202604.01.3" → { "scripts_version": "202604.01.2", "Version": "202604.01.3" }'],
      },
      {
        it: 'to restore the version of the scripts beside the rest',
        text: '{ "version": "202604.01.3" }',
        before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }',
        offers: [
          'Restore "202604.01.2" → {\n  "version": "202604.01.3",\n  "scripts_version": "202604.01.2"\n}',
        ],
      },
      {
        it: 'to restore in a map that is spelled otherwise',
        text: '{ "Hotfixes": {} }',
        before: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
        offers: ['Restore "202604.01.3" → {\n  "Hotfixes": {\n    "202604.01": "202604.01.3"\n  }\n}'],
      },
      {
        it: 'nothing where there are two maps',
        text: '{ "hotfixes": {}, "hotfixes": { } }',
        before: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
        offers: [],
      },
    ],
  ],
  [
    'patch-lowered',
    [
      {
        it: 'to restore the patch of the entry',
        text: '{ "hotfixes": { "202604.01": "202604.01.1", "202605.30": "202605.30.1" } }',
        before: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
        offers: [
          'Restore "202604.01.3" → { "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
        ],
      },
      {
        it: 'to restore the patch of the scripts',
        text: '{ "version": "202604.01.1", "SCRIPTS_VERSION": "202604.01.1" }',
        before: '{ "version": "202604.01.1", "scripts_version": "202604.01.3" }',
        offers: ['Restore "202604.01.3" → { "version": "202604.01.1", "SCRIPTS_VERSION": "202604.01.3" }'],
      },
    ],
  ],
];

describe.each(cases)('a finding of %s offers', (rule, list) => {
  it.each(list.map((one) => [one.it, one] as const))(
    '%s',
    (_, { it: _it, text, offers, ...surroundings }) => {
      const findings = findingsAmong(text, surroundings).filter(({ ruleId }) => ruleId === rule);
      expect(findings).not.toEqual([]);
      const fixes = findings.flatMap((finding) => finding.fixes());
      const shown = fixes.map(({ safe, title, edits, saveAsUtf8, dropsComment }) =>
        [
          safe ? 'safe: ' : '',
          title,
          saveAsUtf8 ? ' (UTF-8)' : '',
          dropsComment ? ' (a comment)' : '',
          ' → ',
          applyEdits(text, edits),
        ].join(''),
      );
      expect(shown).toEqual(offers);
    },
  );
});
