import { Catalogue, type Version } from '../../server/src/model/index.ts';
import { catalogueOf } from '../support/markers.ts';
import type { Message } from './message-texts.ts';

const flatcar = { version: '202607.20.0' as Version, images: ['AKSFlatcar/gen2'], records: [] };

/** Of rules about fields, and about entries that nodes do not apply or lost. */
export const fieldMessages: readonly Message[] = [
  [
    'property-case/other-case',
    '{ "Hotfixes": {} }',
    '"Hotfixes" has the wrong case. Nodes accept it, but other tools may not. Rename it to "hotfixes".',
  ],
  [
    'unsorted-entries/out-of-order',
    '{ "hotfixes": { "202605.30": "202605.30.1", "202604.01": "202604.01.3" } }',
    '"202604.01" is not in ascending order: it follows "202605.30". Nodes ignore the order. Sort the entries for reviewers.',
  ],
  [
    'unsorted-entries/previous',
    '{ "hotfixes": { "202605.30": "202605.30.1", "202604.01": "202604.01.3" } }',
    'The entry belongs in front of this one.',
  ],
  [
    'no-hotfix/nothing',
    '{}',
    'This config names no hotfix, so nodes do not upgrade. Delete the file while no hotfix is active.',
  ],
  [
    'no-hotfix/nothing-served',
    '{}',
    'This served map names no hotfix, so nodes keep what their own file says. Remove it while no hotfix is active.',
    { isServed: true },
  ],
  [
    'unknown-base/unknown',
    '{ "hotfixes": { "202604.10": "202604.10.2" } }',
    '"202604.10" is not the base of a known baked version, so no known node upgrades. Check the base.',
    { known: ['202604.01.0'] },
  ],
  [
    'already-baked/reached',
    '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    '"202604.01.2" is not higher than "202604.01.2", the lowest known baked version, so no known node upgrades. Use a higher patch.',
    { known: ['202604.01.2'] },
  ],
  [
    'retired-base/retired',
    '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    '"202604.01" is past its support window, which ended on "2026-10-01". You can remove this hotfix.',
    { today: '2026-12-01', levels: { 'retired-base': 'hint' } },
  ],
  [
    'retired-base/unreachable',
    '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    '"202604.01" is past its support window, which ended on "2026-10-01". None of its recorded images can apply this hotfix. Remove it.',
    {
      today: '2026-12-01',
      levels: { 'retired-base': 'hint' },
      known: [{ version: '202604.01.0', controller: 'map' }],
    },
  ],
  [
    'unreachable-base/no-code',
    '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    '"202604.01" is not reachable: no controller of its images reads the config. Nodes do not upgrade. Remove this hotfix.',
    { known: [{ version: '202604.01.0', controller: 'none' }] },
  ],
  [
    'unreachable-base/no-map',
    '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    '"202604.01" is not reachable: no controller of its images reads "hotfixes". Nodes do not upgrade. Remove this hotfix.',
    { known: [{ version: '202604.01.0', controller: 'selfupdate' }] },
  ],
  [
    'unreachable-base/cannot-compare',
    '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    '"202604.01" is not reachable: its controllers report "dev" and cannot compare versions. Nodes do not upgrade. Remove this hotfix.',
    { known: [{ version: '202604.01.0', controller: 'map' }] },
  ],
  [
    'unreachable-base/installed-elsewhere',
    '{ "version": "202607.09.1" }',
    '"202607.09" is not reachable: its nodes do not upgrade. Nodes of "202604.24.0" install this version without a comparison. Check that this is intended.',
    {
      known: [
        { version: '202604.24.0', controller: 'selfupdate' },
        { version: '202607.09.0', controller: 'map' },
      ],
    },
  ],
  [
    'unknown-base/installed-elsewhere',
    '{ "version": "202604.25.1" }',
    '"202604.25" is not the base of a known baked version. Nodes of "202604.24.0" install this version without a comparison. Check the base.',
    { known: [{ version: '202604.24.0', controller: 'selfupdate' }] },
  ],
  [
    'already-baked/installed-elsewhere',
    '{ "version": "202608.06.1" }',
    '"202608.06.1" is not higher than "202608.06.1", the lowest known baked version. Nodes of "202604.24.0" install it without a comparison.',
    { known: [{ version: '202604.24.0', controller: 'selfupdate' }, '202608.06.1'] },
  ],
  [
    'never-upgrades/installed-elsewhere',
    '{ "version": "202607.20.0" }',
    '"202607.20.0" has patch 0, which is not higher than any baked patch. Nodes of "202604.24.0" install it without a comparison. Use a higher patch.',
    { known: [{ version: '202604.24.0', controller: 'selfupdate' }] },
  ],
  [
    'impossible-date/installed-elsewhere',
    '{ "version": "202602.30.1" }',
    '"202602.30" is not a valid date. Nodes of "202604.24.0" install this version without a comparison. Correct the date.',
    { known: [{ version: '202604.24.0', controller: 'selfupdate' }] },
  ],
  [
    'shadowed-version/installed-elsewhere',
    '{ "version": "202604.24.1", "hotfixes": { "202607.20": "202607.20.3" } }',
    '"202604.24.1" in "version" is ignored by nodes that read "hotfixes". Nodes of "202604.24.0" read only "version" and install it.',
    { known: [{ version: '202604.24.0', controller: 'selfupdate' }] },
  ],
  [
    'wrong-type/installed-elsewhere',
    '{ "version": "202604.24.1", "scripts_version": 7 }',
    'Nodes of "202604.24.0" read only "version" and install "202604.24.1", because their controller does not know the other fields.',
    { known: [{ version: '202604.24.0', controller: 'selfupdate' }] },
  ],
  [
    'retired-base/installed-elsewhere',
    '{ "version": "202511.11.1" }',
    '"202511.11" is past its support window, which ended on "2026-05-11". Supported nodes of "202604.24.0" install this version. Keep it for them.',
    {
      known: [{ version: '202604.24.0', controller: 'selfupdate' }],
      levels: { 'retired-base': 'information' },
    },
  ],
  [
    'entry-removed/binary',
    '{}',
    '"202604.01.3" was removed. Nodes of base "202604.01" lose this hotfix and are supported until "2026-10-01". Restore it, or record it in "acceptedLosses".',
    { before: '{ "version": "202604.01.3" }' },
  ],
  [
    'entry-removed/scripts',
    '{}',
    '"202604.01.3" was removed. Nodes of base "202604.01" lose these scripts and are supported until "2026-10-01". Restore it, or record it in "acceptedLosses".',
    { before: '{ "scripts_version": "202604.01.3" }' },
  ],
  [
    'entry-removed/accepted',
    '{}',
    'Nodes of base "202604.01" lose "202604.01.3". This is accepted in ".hotfixrc.json": "republished as 202604.01.4".',
    {
      before: '{ "version": "202604.01.3" }',
      acceptedLosses: [{ base: '202604.01', reason: 'republished as 202604.01.4' }],
    },
  ],
  [
    'patch-lowered/accepted',
    '{ "version": "202604.01.2" }',
    'Nodes of base "202604.01" lose "202604.01.3". This is accepted in ".hotfixrc.json": "a rollback".',
    {
      before: '{ "version": "202604.01.3" }',
      acceptedLosses: [{ base: '202604.01', reason: 'a rollback' }],
    },
  ],
  [
    'entry-removed/unreadable',
    '{ "version": "202604.01.3", }',
    'Nodes cannot read this file, so nodes of base "202604.01" lose their hotfix. Correct the file.',
    { before: '{ "version": "202604.01.3" }' },
  ],
  [
    'entry-removed/unreadable-more',
    '{ "version": 7 }',
    'Nodes cannot read this file, so nodes of base "202604.01" and 1 more lose their hotfix. Correct the file.',
    { before: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }' },
  ],
  [
    'patch-lowered/binary',
    '{ "version": "202604.01.2" }',
    '"202604.01.2" is lower than "202604.01.3", so nodes of base "202604.01" go back. Restore "202604.01.3", unless this is a rollback.',
    { before: '{ "version": "202604.01.3" }' },
  ],
  [
    'patch-lowered/scripts',
    '{ "scripts_version": "202604.01.2" }',
    '"202604.01.2" is lower than "202604.01.3", so scripts on nodes of base "202604.01" go back. Restore "202604.01.3", unless this is a rollback.',
    // Those baked with patch 2 lose their scripts. The others do not change.
    { before: '{ "scripts_version": "202604.01.3" }', known: ['202604.01.0', '202604.01.2'] },
  ],
  [
    'unreachable-base/cannot-install',
    '{ "hotfixes": { "202607.20": "202607.20.3" } }',
    '"202607.20" is not reachable: its operating systems cannot install a package. Nodes do not upgrade. Remove this hotfix.',
    { catalogue: new Catalogue([{ ...flatcar, generation: 'stamped' }]) },
  ],
  [
    'foreign-base/field',
    '{ "scripts_version": "202604.01.3" }',
    '"202604.01.3" is not for base "202605.30", which this branch serves, so no node of this branch uses it. Use a version of "202605.30".',
    { catalogue: catalogueOf([], '202605.30.1') },
  ],
  [
    'foreign-base/entry',
    '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.2" } }',
    'This branch serves base "202605.30", so no node of this branch uses this entry. Remove or move it.',
    { catalogue: catalogueOf([], '202605.30.1') },
  ],
  [
    'foreign-base/missing-entry',
    '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    'This branch serves base "202605.30", and "hotfixes" has no entry for it. Add one above "202605.30.1".',
    { catalogue: catalogueOf([], '202605.30.1') },
  ],
  [
    'foreign-base/not-above',
    '{ "version": "202605.30.1" }',
    '"202605.30.1" is not above "202605.30.1", which this branch serves, so no node upgrades. Use a higher patch.',
    { catalogue: catalogueOf([], '202605.30.1') },
  ],
];
