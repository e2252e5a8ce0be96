import { testOffers } from '../support/offers.ts';

testOffers([
  [
    'duplicate-key',
    [
      {
        it: 'to remove the first one with the comma behind it',
        text: '{ "hotfixes": { "202604.01": "202604.01.2", "202604.01": "202604.01.3" } }',
        offers: ['→ { "hotfixes": { "202604.01": "202604.01.3" } }'],
      },
      {
        it: 'to remove the last one with the comma before it',
        text: '{ "version": "202604.01.2", "version": null }',
        offers: ['→ { "version": "202604.01.2" }'],
      },
      {
        it: 'to remove the only entry with the white space around it',
        text: '{ "hotfixes": {\r\n\t"202604.01": "202604.01.3" }, "hotfixes": { "202604.01": "202604.01.4" } }',
        offers: ['→ { "hotfixes": {}, "hotfixes": { "202604.01": "202604.01.4" } }'],
      },
      {
        it: 'to remove the one before a null',
        text: '{ "hotfixes": { "202604.01": "202604.01.3" }, "hotfixes": null, "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: ['→ { "hotfixes": null, "hotfixes": { "202605.30": "202605.30.1" } }'],
      },
      {
        it: 'to keep a comment behind the one that goes',
        text: '{ "hotfixes": { "202604.01": "202604.01.2" /* a, b */, // c\n "202604.01": "202604.01.3" } }',
        offers: ['→ { "hotfixes": { /* a, b */ // c\n "202604.01": "202604.01.3" } }'],
      },
      {
        it: 'to keep a comment before the last one, in a line that ends there',
        text: '{\n  "version": "202604.01.2", // why, so\n  "version": null\n}\n',
        offers: ['→ {\n  "version": "202604.01.2" // why, so\n}\n'],
      },
      {
        it: 'to leave what is said of it in its line there',
        text: '{\n  "version": "202604.01.2",\n  "version": null // why\n}\n',
        offers: ['→ {\n  "version": "202604.01.2"\n  // why\n}\n'],
      },
      {
        it: 'to put nothing behind a comment that ends with its line',
        text: '{\n  "version": "202604.01.2", // why\n  "version": null }',
        offers: ['→ {\n  "version": "202604.01.2" // why\n   }'],
      },
    ],
  ],
  [
    'retired-base',
    [
      {
        it: 'to remove the only entry, but not the bracket into the comment before it',
        text: '{\n  "hotfixes": {\n    // why\n    "202511.01": "202511.01.2"\n  }\n}\n',
        offers: ['→ {\n  "hotfixes": {\n    // why\n  }\n}\n'],
      },
      {
        it: 'to remove the only entry beside the comment in its line',
        text: '{ "hotfixes": {\n    "202511.01": "202511.01.2", // why\n  }\n}\n',
        offers: ['→ { "hotfixes": {\n    // why\n  }\n}\n'],
      },
      {
        it: 'to remove the only entry with the comma that trails it',
        text: '{ "hotfixes": {\n    "202511.01": "202511.01.2",\n  }\n}\n',
        offers: ['→ { "hotfixes": {}\n}\n'],
      },
      {
        it: 'to remove the only entry between comments',
        text: '{ "hotfixes": { // a\n "202511.01": "202511.01.2" /* b */, /* c */ } }',
        offers: ['→ { "hotfixes": { // a\n /* b */ /* c */ } }'],
      },
    ].map((one) => ({
      ...one,
      known: ['202511.01.0'],
      today: '2026-08-01',
      levels: { 'retired-base': 'hint' as const },
    })),
  ],
  [
    'property-case',
    [
      {
        it: 'the name as it is everywhere else',
        text: '{ "HOTFIXES": { "202604.01": "202604.01.3" }, "Scripts_Version": "202604.01.3" }',
        offers: [
          'safe → { "hotfixes": { "202604.01": "202604.01.3" }, "Scripts_Version": "202604.01.3" }',
          'safe → { "HOTFIXES": { "202604.01": "202604.01.3" }, "scripts_version": "202604.01.3" }',
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
          '→ {\n    "hotfixes": {\n        "202605.30": "202605.30.1"\n    }\n}\n',
          '→ {\n    "hotfixes": {\n        "202604.01": "202604.01.3",\n        "202605.30": "202605.30.1"\n    }\n}\n',
        ],
      },
      {
        it: 'to remove it, or to move it into the map where it belongs in the order',
        text: '{\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202605.30": "202605.30.1"\n  },\n  "version": "202604.01.3"\n}\n',
        offers: [
          '→ {\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202605.30": "202605.30.1"\n  }\n}\n',
          '→ {\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202604.01": "202604.01.3",\n    "202605.30": "202605.30.1"\n  }\n}\n',
        ],
      },
      {
        it: 'to move it with the indentation and the line ends of the file',
        text: '{\r\n\t"hotfixes": {\r\n\t\t"202605.30": "202605.30.1"\r\n\t},\r\n\t"version": "202604.01.3"\r\n}\r\n',
        offers: [
          '→ {\r\n\t"hotfixes": {\r\n\t\t"202605.30": "202605.30.1"\r\n\t}\r\n}\r\n',
          '→ {\r\n\t"hotfixes": {\r\n\t\t"202604.01": "202604.01.3",\r\n\t\t"202605.30": "202605.30.1"\r\n\t}\r\n}\r\n',
        ],
      },
      {
        it: 'only to remove it where its base is listed',
        text: '{ "version": "202605.30.3", "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: ['→ { "hotfixes": { "202605.30": "202605.30.1" } }'],
      },
      {
        it: 'only to remove it where it has no base',
        text: '{ "version": "dev", "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: ['→ { "hotfixes": { "202605.30": "202605.30.1" } }'],
      },
      {
        it: 'only to remove it where there are two maps',
        text: '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" }, "hotfixes": { "202605.31": "202605.31.1" } }',
        offers: [
          '→ { "hotfixes": { "202605.30": "202605.30.1" }, "hotfixes": { "202605.31": "202605.31.1" } }',
        ],
      },
      {
        it: 'nothing where it is a duplicate, of which nodes would read the other one',
        text: '{ "version": "202604.01.3", "Version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
        offers: [],
      },
      {
        it: 'only to remove it where the text is broken',
        text: '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" }, }',
        offers: ['→ { "hotfixes": { "202605.30": "202605.30.1" }, }'],
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
          '→ { "scripts_version": "202604.01.3", "hot-fixes": null }',
          '→ { "hot-fixes": null }',
          '→ { "scriptsVersion": "202604.01.3", "hotfixes": null }',
          '→ { "scriptsVersion": "202604.01.3" }',
        ],
      },
      {
        it: 'no field that is there already',
        text: '{ "version": "202604.01.3", "verzion": "202604.01.3" }',
        offers: ['→ { "version": "202604.01.3" }'],
      },
      {
        it: 'no field that could not hold the value',
        text: '{ "verson": 7, "hotfixs": [] }',
        offers: ['→ { "hotfixs": [] }', '→ { "verson": 7 }'],
      },
      {
        it: 'to move a base into the map, where it belongs in the order',
        text: '{\n  "hotfixes": {\n    "202605.30": "202605.30.1"\n  },\n  "202604.1": "202604.01.3"\n}\n',
        offers: [
          '→ {\n  "hotfixes": {\n    "202604.01": "202604.01.3",\n    "202605.30": "202605.30.1"\n  }\n}\n',
          '→ {\n  "hotfixes": {\n    "202605.30": "202605.30.1"\n  }\n}\n',
        ],
      },
      {
        it: 'to move a date into the map as the base that it means',
        text: '{\n  "hotfixes": {\n    "202608.20": "202608.20.1"\n  },\n  "2026-08-06": "202608.06.3"\n}\n',
        offers: [
          '→ {\n  "hotfixes": {\n    "202608.06": "202608.06.3",\n    "202608.20": "202608.20.1"\n  }\n}\n',
          '→ {\n  "hotfixes": {\n    "202608.20": "202608.20.1"\n  }\n}\n',
        ],
      },
      {
        it: 'to move all bases of a config that has no map',
        text: '{\n  "202604.01": "202604.01.3",\n  "202605.30": "202605.30.1"\n}\n',
        offers: [
          '→ {\n  "hotfixes": {\n    "202604.01": "202604.01.3",\n    "202605.30": "202605.30.1"\n  }\n}\n',
          '→ {\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  },\n  "202605.30": "202605.30.1"\n}\n',
          '→ {\n  "202605.30": "202605.30.1"\n}\n',
          '→ {\n  "202604.01": "202604.01.3",\n  "hotfixes": {\n    "202605.30": "202605.30.1"\n  }\n}\n',
          '→ {\n  "202604.01": "202604.01.3"\n}\n',
        ],
      },
      {
        it: 'only to remove a base that is listed, and one whose version would be an error',
        text: '{ "hotfixes": { "202604.01": "202604.01.3" }, "202604.01": "202604.01.4", "202605.30": "dev" }',
        offers: [
          '→ { "hotfixes": { "202604.01": "202604.01.3" }, "202605.30": "dev" }',
          '→ { "hotfixes": { "202604.01": "202604.01.3" }, "202604.01": "202604.01.4" }',
        ],
      },
      {
        it: 'only to remove a base where the map would hide "version"',
        text: '{ "version": "202604.01.3", "202605.30": "202605.30.1" }',
        offers: ['→ { "version": "202604.01.3" }'],
      },
    ],
  ],
  [
    'no-hotfix',
    [
      { it: 'to delete the file', text: '{ "hotfixes": {} }', offers: ['deletes the file'] },
      {
        it: 'that with a note too',
        text: '{ "why": "none is active", "hotfix": {} }',
        offers: ['deletes the file'],
      },
      {
        it: 'nothing beside a misspelled field',
        text: '{ "hotfixs": { "202608.06": "202608.06.3" } }',
        offers: [],
      },
      { it: 'nothing beside a base', text: '{ "202608.06": "202608.06.3" }', offers: [] },
      { it: 'nothing beside a date', text: '{ "2026-08-06": "202608.06.3" }', offers: [] },
    ],
  ],
  [
    'unsorted-entries',
    [
      {
        it: 'to sort the entries, repeated ones in their order',
        text: '{ "hotfixes": { "202605.30": "202605.30.1", "202606.30": "202606.30.1", "202604.01": "202604.01.3", "202604.01": "202604.01.2" } }',
        offers: [
          'safe → { "hotfixes": { "202604.01": "202604.01.3", "202604.01": "202604.01.2", "202605.30": "202605.30.1", "202606.30": "202606.30.1" } }',
        ],
      },
      {
        it: 'nothing where the text is broken',
        text: '{ "hotfixes": { "202605.30": "202605.30.1", "202604.01": "202604.01.3",  } }',
        offers: [],
      },
    ],
  ],
]);
