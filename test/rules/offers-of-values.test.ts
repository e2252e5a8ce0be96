import { testOffers } from '../support/offers.ts';

testOffers([
  [
    'base-mismatch',
    [
      {
        it: 'the base of the key, or the key of the base',
        text: '{ "hotfixes": { "202604.01": "202605.30.2" } }',
        offers: [
          '→ { "hotfixes": { "202604.01": "202604.01.2" } }',
          '→ { "hotfixes": { "202605.30": "202605.30.2" } }',
        ],
      },
      {
        it: 'the next patch of either base for a patch 0, which would upgrade nothing',
        text: '{ "hotfixes": { "202604.01": "202605.30.0" } }',
        known: ['202604.01.4', '202605.30.2'],
        offers: [
          '→ { "hotfixes": { "202604.01": "202604.01.5" } }',
          '→ { "hotfixes": { "202605.30": "202605.30.3" } }',
        ],
      },
      {
        it: 'no key that is there already',
        text: '{ "hotfixes": { "202604.01": "202605.30.2", "202605.30": "202605.30.3" } }',
        offers: ['→ { "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.3" } }'],
      },
    ],
  ],
  [
    'empty-patch',
    [
      {
        it: 'the first patch',
        text: '{ "hotfixes": { "202604.01": "202604.01." } }',
        offers: ['→ { "hotfixes": { "202604.01": "202604.01.1" } }'],
      },
      {
        it: 'the patch above the highest known one, in place of the text without its white space',
        text: '{ "hotfixes": { "202604.01": " 202604.1 " } }',
        known: ['202604.01.9', '202604.01.10'],
        offers: ['→ { "hotfixes": { "202604.01": " 202604.01.11 " } }'],
      },
      {
        it: "a version of the key's base, or the key of its own",
        text: '{ "scripts_version": "202605.30.2", "hotfixes": { "202604.01": "202605.30." } }',
        known: ['202604.01.4'],
        offers: [
          '→ { "scripts_version": "202605.30.2", "hotfixes": { "202604.01": "202604.01.5" } }',
          '→ { "scripts_version": "202605.30.2", "hotfixes": { "202605.30": "202605.30.3" } }',
        ],
      },
      {
        it: 'no key that is there already',
        text: '{ "hotfixes": { "202604.01": "202605.30.", "202605.30": "202605.30.2" } }',
        offers: ['→ { "hotfixes": { "202604.01": "202604.01.1", "202605.30": "202605.30.2" } }'],
      },
      {
        it: 'nothing if text follows the missing patch',
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
    'empty-value',
    [
      {
        it: 'the patch above the highest known one, or to remove the entry',
        text: '{ "hotfixes": { "202604.01": null, "202605.30": "202605.30.1" } }',
        known: ['202604.01.0', '202604.01.4'],
        offers: [
          '→ { "hotfixes": { "202604.01": "202604.01.5", "202605.30": "202605.30.1" } }',
          '→ { "hotfixes": { "202605.30": "202605.30.1" } }',
        ],
      },
      {
        it: 'to remove a field, which has no base',
        text: '{ "version": "  ", "scripts_version": "202604.01.3" }',
        offers: ['→ { "scripts_version": "202604.01.3" }'],
      },
      {
        it: 'only a version for an entry whose removal would make nodes read "version"',
        text: '{ "version": "202605.30.1", "hotfixes": { "202604.01": "" } }',
        offers: ['→ { "version": "202605.30.1", "hotfixes": { "202604.01": "202604.01.1" } }'],
      },
    ],
  ],
  [
    'never-upgrades',
    [
      {
        it: 'the patch above that of the base, wherever it is named',
        text: '{ "hotfixes": { "202604.01": "202604.01.0", "202605.30": "202604.01.4" } }',
        offers: ['→ { "hotfixes": { "202604.01": "202604.01.5", "202605.30": "202604.01.4" } }'],
      },
      {
        it: 'the patch above the highest known one, in place of the text without its white space',
        text: '{ "version": " v202604.01.0 " }',
        known: ['202604.01.0', '202604.01.10', '202604.01.9'],
        offers: ['→ { "version": " 202604.01.11 " }'],
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
          '→ { "version": "v202604.01.3", "note": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }',
        ],
      },
      {
        it: 'to remove the one comment beside another fault',
        text: '{ // why\n  "version": "202604.01.3", }',
        offers: [
          '(a comment) → {\n  "version": "202604.01.3", }',
          'safe → { // why\n  "version": "202604.01.3" }',
        ],
      },
      {
        it: 'to remove the line of a comment with white space behind it',
        text: '{\n  /* why */ \t\n  "version": "202604.01.3"\n}',
        offers: ['(a comment) → {\n  "version": "202604.01.3"\n}'],
      },
      {
        it: 'to remove the byte-order mark',
        text: '\uFEFF{ "version": "202604.01.3" }',
        offers: ['safe → { "version": "202604.01.3" }'],
      },
      {
        it: 'to remove each trailing comma',
        text: '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1", }, }',
        offers: [
          'safe → { "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" }, }',
          'safe → { "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1", } }',
        ],
      },
      {
        it: 'to remove each comment, and at the first one all of them',
        text: '{ // why\n  "version": "202604.01.3" /* a */ // b\n}',
        offers: [
          '(a comment) → {\n  "version": "202604.01.3" /* a */ // b\n}',
          '→ {\n  "version": "202604.01.3" \n}',
          '(a comment) → { // why\n  "version": "202604.01.3"  // b\n}',
          '(a comment) → { // why\n  "version": "202604.01.3" /* a */\n}',
        ],
      },
      {
        it: 'to remove the line of a comment on its own line',
        text: '{\r\n\t// why \r\n  "version": "202604.01.3"\r\n}',
        offers: ['(a comment) → {\r\n  "version": "202604.01.3"\r\n}'],
      },
      {
        it: 'to remove of a line only the comment',
        text: '{\n  /* a */ "version": "202604.01.3"\n}// end',
        offers: [
          '(a comment) → {\n   "version": "202604.01.3"\n}// end',
          '→ {\n   "version": "202604.01.3"\n}',
          '(a comment) → {\n  /* a */ "version": "202604.01.3"\n}',
        ],
      },
      {
        it: 'to put a bare version in quotes',
        text: '{ "hotfixes": { "202604.01": v202604.01.3-rc+1, "202605.30": "202605.30.1" } }',
        offers: ['→ { "hotfixes": { "202604.01": "v202604.01.3-rc+1", "202605.30": "202605.30.1" } }'],
      },
      {
        it: 'to put a bare version in quotes that begins as a number does',
        text: '{ "version":202604.01.3}',
        offers: ['→ { "version":"202604.01.3"}'],
      },
      {
        it: 'to put a bare word at the end of a list in quotes',
        text: '{ "note": [1], "version":\t01\n}',
        offers: ['→ { "note": [1], "version":\t"01"\n}'],
      },
      { it: 'no quotes for a key', text: '{ version: "202604.01.3" }', offers: [] },
      { it: 'no quotes behind a value', text: '{ "version": "202604.01.3" x }', offers: [] },
      { it: 'no quotes where more than a word is bare', text: '{ "version": a b }', offers: [] },
      { it: 'no quotes where only one is missing', text: '{ "version": \'202604.01.3" }', offers: [] },
      {
        it: 'to save as UTF-8',
        text: '{ "version": "202604.01.3" }',
        encoding: 'utf16le',
        offers: ['(UTF-8) → { "version": "202604.01.3" }'],
      },
      {
        it: 'to save as UTF-8 what is garbled',
        text: '{ "version": "é" }',
        encoding: 'windows1252',
        offers: ['(UTF-8) → { "version": "é" }'],
      },
    ],
  ],
  [
    'malformed-base',
    [
      {
        it: 'the base as nodes look it up',
        text: '{ "hotfixes": { "v202604.1.3": "202604.01.3" } }',
        offers: ['safe → { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
      {
        it: 'only to remove it if another entry has the base',
        text: '{ "hotfixes": { "202604.1": "202604.01.3", "202604.01": "202604.01.3" } }',
        offers: ['→ { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
    ],
  ],
  [
    'malformed-version',
    [
      {
        it: 'the version as releases write it',
        text: '{ "hotfixes": { "202604.01": " v202604.1.03 " } }',
        offers: ['safe → { "hotfixes": { "202604.01": " 202604.01.3 " } }'],
      },
      {
        it: 'the version without any of its leading zeros',
        text: '{ "version": "202604.001.003" }',
        offers: ['safe → { "version": "202604.01.3" }'],
      },
      { it: 'nothing where a suffix would be lost', text: '{ "version": "202604.01.3-rc" }', offers: [] },
    ],
  ],
  [
    'surrounding-whitespace',
    [
      {
        it: 'to trim both ends, in any spelling',
        text: '{ "hotfixes": { "202604.01": "\\t202604.01.3\\u0020" } }',
        offers: ['safe → { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
      {
        it: 'to trim the one end that needs it',
        text: '{ "hotfixes": { "202604.01": " 202604.01.3" } }',
        offers: ['safe → { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
    ],
  ],
  [
    'wrong-type',
    [
      {
        it: 'to put a bare number in quotes, as it is spelled',
        text: '{ "hotfixes": { "202604.01": 202604.10 } }',
        offers: ['→ { "hotfixes": { "202604.01": "202604.10" } }'],
      },
      {
        it: 'nothing for another value',
        text: '{ "hotfixes": 7, "version": [1], "scripts_version": true }',
        offers: [],
      },
    ],
  ],
]);
