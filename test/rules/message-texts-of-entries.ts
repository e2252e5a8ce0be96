import type { Message } from './message-texts.ts';

/** Of rules about the bases and versions of entries. */
export const entryMessages: readonly Message[] = [
  [
    'malformed-base/respelled',
    '{ "hotfixes": { "202604.1": "202604.01.3" } }',
    '"202604.1" is not a valid base, so nodes never find this entry. Change it to "202604.01".',
  ],
  [
    'malformed-base/taken',
    '{ "hotfixes": { "202604.01": "202604.01.3", "202604.1": "202604.01.3" } }',
    '"202604.1" is not a valid base, so nodes never find this entry. Another entry is for "202604.01". Remove one of them.',
  ],
  [
    'malformed-base/date',
    '{ "hotfixes": { "2026-04-01": "202604.01.3" } }',
    '"2026-04-01" is a date, not a base (YYYYMM.DD), so nodes never find this entry. Change it to "202604.01".',
  ],
  [
    'malformed-base/unknown',
    '{ "hotfixes": { "april": "202604.01.3" } }',
    '"april" is not a valid base (YYYYMM.DD), so nodes never find this entry. Correct or remove it.',
  ],
  [
    'malformed-version/incomparable',
    '{ "hotfixes": { "202604.01": "202604.01.3.1" } }',
    '"202604.01.3.1" is not a valid version (YYYYMM.DD.PATCH). Nodes cannot compare it and do not upgrade. Correct it.',
  ],
  [
    'malformed-version/other-base',
    '{ "hotfixes": { "202604.01": "202605.30.3-rc" } }',
    '"202605.30.3-rc" is not a version of base "202604.01" (YYYYMM.DD.PATCH), so nodes do not upgrade. Correct it.',
  ],
  [
    'malformed-version/patch-zero',
    '{ "hotfixes": { "202604.01": "202604.01.0-rc" } }',
    '"202604.01.0-rc" is not a valid version. Nodes read it as patch 0 and do not upgrade. Write YYYYMM.DD.PATCH.',
  ],
  [
    'malformed-version/misspelled',
    '{ "hotfixes": { "202604.01": "202604.1.00" } }',
    '"202604.1.00" is not a valid version. Releases write it "202604.01.0". Use that spelling.',
  ],
  [
    'malformed-version/unpackaged',
    '{ "hotfixes": { "202604.01": "202604.01.3-rc" } }',
    '"202604.01.3-rc" is not a valid version. Nodes ask apt for "202604.01.3-rc*" and dnf for "202604.01.3-rc". Neither has it. Correct it.',
  ],
  [
    'malformed-version/respelled',
    '{ "hotfixes": { "202604.01": "v202604.01.3" } }',
    '"v202604.01.3" is not a valid version. Nodes ask apt for "v202604.01.3*" and dnf for "v202604.01.3". Neither has it. Use "202604.01.3".',
  ],
  [
    'malformed-version/loose-scripts',
    '{ "scripts_version": "v202604.01.3" }',
    '"v202604.01.3" is not a valid version. Nodes compare it loosely and apply scripts. Write YYYYMM.DD.PATCH.',
  ],
  [
    'malformed-version/scripts-without-base',
    '{ "scripts_version": "7.1.2" }',
    '"7.1.2" is not a valid version. No node has its base, so scripts stay as baked. Write YYYYMM.DD.PATCH.',
  ],
  [
    'empty-patch/no-patch',
    '{ "hotfixes": { "202604.01": "202604.01." } }',
    '"202604.01." is missing its patch, so nodes do not upgrade. Add a patch.',
  ],
  [
    'base-mismatch/mismatch',
    '{ "hotfixes": { "202604.01": "202605.30.2" } }',
    '"202605.30.2" is not a version of base "202604.01", so nodes do not upgrade. Use that base, or move the entry to "202605.30".',
  ],
  [
    'base-mismatch/key',
    '{ "hotfixes": { "202604.01": "202605.30.2" } }',
    'Nodes of base "202604.01" use this entry.',
  ],
  [
    'never-upgrades/patch-zero',
    '{ "hotfixes": { "202604.01": "202604.01.0" } }',
    '"202604.01.0" has patch 0, which is not higher than any baked patch, so nodes do not upgrade. Use a higher patch.',
  ],
  [
    'ambiguous-patch/ambiguous',
    '{ "hotfixes": { "202604.01": "202604.01.1" } }',
    '"202604.01.1" is the start of "202604.01.12". apt installs the highest match, dnf the exact version, so nodes get different packages. Use another patch.',
    { known: ['202604.01.0', '202604.01.12'] },
  ],
  [
    'ambiguous-patch/scripts',
    '{ "scripts_version": "202604.01.1" }',
    '"202604.01.1" is the start of "202604.01.12". The controller of the same version would differ between apt and dnf. Use another patch.',
    { known: ['202604.01.0', '202604.01.12'] },
  ],
  [
    'impossible-date/no-such-day',
    '{ "hotfixes": { "202602.30": "202602.30.1" } }',
    '"202602.30" is not a valid date, so no node has this base and no node upgrades. Correct the date.',
  ],
  [
    'duplicate-key/ignored',
    '{ "version": "202604.01.2", "version": "202604.01.3" }',
    '"version" is defined more than once. Nodes use a later definition and ignore this one. Remove it.',
  ],
  [
    'duplicate-key/null-ignored',
    '{ "version": "202604.01.2", "version": null }',
    '"version" is defined more than once. Nodes use an earlier definition and ignore this null. Remove it.',
  ],
  [
    'duplicate-key/merged',
    '{ "hotfixes": {}, "hotfixes": {} }',
    '"hotfixes" is defined more than once. Nodes merge this object into the earlier one. Write one object.',
  ],
  [
    'duplicate-key/used',
    '{ "version": "202604.01.2", "version": "202604.01.3" }',
    'Nodes use this definition.',
  ],
  ['duplicate-key/previous', '{ "hotfixes": {}, "hotfixes": {} }', 'This is the earlier object.'],
  [
    'empty-value/entry',
    '{ "hotfixes": { "202604.01": "" } }',
    '"202604.01" has no version, so nodes of that base get no hotfix. Add a version or remove the entry.',
  ],
  [
    'empty-value/malformed-key',
    '{ "hotfixes": { "april": "" } }',
    '"april" has no version, so no node gets a hotfix. Add a version or remove the entry.',
  ],
  [
    'empty-value/field',
    '{ "scripts_version": null }',
    '"scripts_version" is empty, so nodes ignore it. Add a version or remove it.',
  ],
  [
    'surrounding-whitespace/untrimmed',
    '{ "hotfixes": { "202604.01": "202604.01.3 " } }',
    '"202604.01.3 " has white space around it. Nodes trim it, but other tools may not. Remove it.',
  ],
  [
    'shadowed-version/shadowed',
    '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
    '"202604.01.3" in "version" is ignored by nodes, because "hotfixes" has an entry. Remove it, or move it into "hotfixes".',
  ],
  [
    'shadowed-version/map',
    '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
    'Nodes use this map.',
  ],
  [
    'unknown-property/unknown',
    '{ "artifacts": {} }',
    '"artifacts" is not a known field, so nodes ignore it. Use "hotfixes", "version" or "scripts_version", or remove it.',
  ],
  [
    'unknown-property/not-served',
    '{ "version": "202604.01.3" }',
    'Nodes take only "hotfixes" from a served map, so they ignore "version" in it. Remove it.',
    { isServed: true },
  ],
  [
    'unknown-property/misplaced',
    '{ "202604.01": "202604.01.3" }',
    '"202604.01" is a base outside "hotfixes", so nodes ignore it. Move it into "hotfixes".',
  ],
  [
    'unknown-property/misplaced-date',
    '{ "20260806": "202608.06.3" }',
    '"20260806" is a date outside "hotfixes", so nodes ignore it. Move it into "hotfixes" as base "202608.06".',
  ],
  [
    'unknown-property/near-miss',
    '{ "scriptsVersion": "202604.01.3" }',
    '"scriptsVersion" is not a known field, so nodes ignore it. Rename it to "scripts_version" if you meant that.',
  ],
];
