import { testOffers } from '../support/offers.ts';

testOffers([
  [
    'already-baked',
    [
      {
        it: 'the patch above every known one, elsewhere in the file too',
        text: '{ "version": "202604.01.3", "scripts_version": "202604.01.7" }',
        known: ['202604.01.5'],
        offers: ['→ { "version": "202604.01.8", "scripts_version": "202604.01.7" }'],
      },
      {
        it: 'the last patch that a node can read',
        text: '{ "version": "202604.01.3" }',
        known: ['202604.01.18446744073709551614'],
        offers: ['→ { "version": "202604.01.18446744073709551615" }'],
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
    'unknown-base',
    [
      {
        it: 'the three nearest bases, by letters and then by days',
        text: '{ "hotfixes": { "202604.20": "202604.20.2" } }',
        known: ['202603.20.0', '202604.10.0', '202604.19.0', '202604.21.0', '202605.20.0', '202607.13.0'],
        offers: [
          '→ { "hotfixes": { "202604.21": "202604.21.2" } }',
          '→ { "hotfixes": { "202604.10": "202604.10.2" } }',
          '→ { "hotfixes": { "202605.20": "202605.20.2" } }',
        ],
      },
      {
        it: 'to leave a version alone that is of another base',
        text: '{ "hotfixes": { "202604.10": "202605.30.2" } }',
        known: ['202604.11.0'],
        offers: ['→ { "hotfixes": { "202604.11": "202605.30.2" } }'],
      },
      {
        it: 'to change the key alone where no version is there',
        text: '{ "hotfixes": { "202604.10": null } }',
        known: ['202604.11.0'],
        offers: ['→ { "hotfixes": { "202604.11": null } }'],
      },
      {
        it: 'no base that is listed already',
        text: '{ "hotfixes": { "202604.10": "202604.10.2", "202604.11": "202604.11.2" } }',
        known: ['202604.11.0', '202604.12.0'],
        offers: ['→ { "hotfixes": { "202604.12": "202604.12.2", "202604.11": "202604.11.2" } }'],
      },
      {
        it: 'for a field a base that the map lists too',
        text: '{ "version": "202604.10.2", "hotfixes": { "202604.11": "202604.11.2" } }',
        known: ['202604.11.0'],
        offers: ['→ { "version": "202604.11.2", "hotfixes": { "202604.11": "202604.11.2" } }'],
      },
      {
        it: 'to write a misspelled version as releases do when its base changes',
        text: '{ "hotfixes": { "202604.10": "v202604.10.2" } }',
        known: ['202604.11.0'],
        offers: ['→ { "hotfixes": { "202604.11": "202604.11.2" } }'],
      },
      {
        it: 'to change the base of a misspelled field',
        text: '{ "scripts_version": "v202604.10.02" }',
        known: ['202604.11.0'],
        offers: ['→ { "scripts_version": "202604.11.2" }'],
      },
      {
        it: 'to change the base inside white space',
        text: '{ "scripts_version": " 202604.10.2" }',
        known: ['202604.11.0'],
        offers: ['→ { "scripts_version": " 202604.11.2" }'],
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
          '→ { "hotfixes": { "202602.20": "202602.20.1" } }',
          '→ { "hotfixes": { "202605.30": "202605.30.1" } }',
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
        levels: { 'retired-base': 'hint' },
        today: '2026-08-14',
        offers: ['→ { "hotfixes": { "202607.01": "202607.01.3" }, "version": "202607.01.3" }'],
      },
      {
        it: 'to remove an entry',
        text: '{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }',
        levels: { 'retired-base': 'hint' },
        today: '2026-08-14',
        offers: ['→ { "hotfixes": { "202605.05": "202605.05.2" } }'],
      },
      {
        it: 'to remove the only entry',
        text: '{ "hotfixes": { "202602.13": "202602.13.6" } }',
        levels: { 'retired-base': 'hint' },
        today: '2026-08-14',
        offers: ['→ { "hotfixes": {} }'],
      },
      {
        it: 'nothing where nodes would read the version instead',
        text: '{ "hotfixes": { "202602.13": "202602.13.6" }, "version": "202607.01.3" }',
        levels: { 'retired-base': 'hint' },
        today: '2026-08-14',
        offers: [],
      },
      {
        it: 'to remove an entry beside a version where another map has one',
        text: '{ "hotfixes": { "202602.13": "202602.13.6" }, "version": "202607.01.3", "hotfixes": { "202607.13": "202607.13.6" } }',
        levels: { 'retired-base': 'hint' },
        today: '2026-08-14',
        offers: [
          '→ { "hotfixes": {}, "version": "202607.01.3", "hotfixes": { "202607.13": "202607.13.6" } }',
        ],
      },
      {
        it: 'to remove a field',
        text: '{ "version": "202602.13.6", "scripts_version": "202602.13.6" }',
        levels: { 'retired-base': 'hint' },
        today: '2026-08-14',
        offers: ['→ { "scripts_version": "202602.13.6" }', '→ { "version": "202602.13.6" }'],
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
        offers: ['→ {\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  }\n}\n'],
      },
      {
        it: 'to restore in the map beside the version of the scripts',
        text: '{ "scripts_version": "202604.01.2" }',
        before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }',
        offers: [
          '→ {\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  },\n  "scripts_version": "202604.01.2"\n}',
        ],
      },
      {
        it: 'to restore in the map beside an empty version',
        text: '{ "version": " " }',
        before: '{ "version": "202604.01.3" }',
        offers: ['→ {\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  },\n  "version": " "\n}'],
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
          '→ {\n  "hotfixes": {\n    "202603.30": "202603.30.1",\n    "202604.01": "202604.01.3",\n    "202605.30": "202605.30.1"\n  }\n}',
        ],
      },
      {
        it: 'to restore the version where nodes go by it',
        text: '{ "scripts_version": "202604.01.2", "Version": "202604.01.0" }',
        before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }',
        offers: ['→ { "scripts_version": "202604.01.2", "Version": "202604.01.3" }'],
      },
      {
        it: 'to restore the version of the scripts beside the rest',
        text: '{ "version": "202604.01.3" }',
        before: '{ "version": "202604.01.3", "scripts_version": "202604.01.2" }',
        offers: ['→ {\n  "version": "202604.01.3",\n  "scripts_version": "202604.01.2"\n}'],
      },
      {
        it: 'to restore in a map that is spelled otherwise',
        text: '{ "Hotfixes": {} }',
        before: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
        offers: ['→ {\n  "Hotfixes": {\n    "202604.01": "202604.01.3"\n  }\n}'],
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
        offers: ['→ { "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }'],
      },
      {
        it: 'to restore the patch of the scripts',
        text: '{ "version": "202604.01.1", "SCRIPTS_VERSION": "202604.01.1" }',
        before: '{ "version": "202604.01.1", "scripts_version": "202604.01.3" }',
        known: ['202604.01.0', '202604.01.1'],
        offers: ['→ { "version": "202604.01.1", "SCRIPTS_VERSION": "202604.01.3" }'],
      },
    ],
  ],
]);
