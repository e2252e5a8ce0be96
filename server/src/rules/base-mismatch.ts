import {
  type Analysis,
  type Base,
  baseOf,
  keyRange,
  nextVersion,
  patchOf,
  quote,
  type Slot,
  trimmedValueRange,
  type Version,
  valuePartRange,
  versionFrom,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { defineRule, type Fix } from './rule.ts';

export const baseMismatch = defineRule({
  id: 'base-mismatch',
  level: 'error',
  summary: 'an entry whose hotfix version has another base than its key',
  why: `A node that finds its base among the keys upgrades only when the version behind it has the same base. With another
one the comparison ends there, for every node: the entry never applies.`,
  fix: {
    onRequest:
      "Uses the key's base in the version, or moves the entry to the version's base where that is not listed.",
  },
  messages: {
    mismatch:
      '{value} is of base {actual}, not of {base}: no node upgrades across bases, so this entry never applies.',
    key: 'The entry is looked up by the nodes of base {base}.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202605.30.2" } }
                              ^^^^^^^^^ base-mismatch`,
      after: '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    },
  ],
  check({ analysis, catalogue, report }) {
    // Patch 0 upgrades nothing under any base.
    const underOwnBase = (slot: Slot, version: Version, base: Base) =>
      patchOf(version) === '0'
        ? nextVersion(analysis, base, catalogue, slot)
        : versionFrom(base, patchOf(version));
    for (const slot of analysis.suspects) {
      const { base, version } = slot;
      if (slot.comparison !== 'base-mismatch' || !base || !version) continue;
      report({
        at: valuePartRange(analysis.source, slot, 'base'),
        message: 'mismatch',
        data: { value: slot.trimmed, actual: baseOf(version), base },
        related: [{ at: keyRange(analysis.source, slot.key), message: 'key', data: { base } }],
        fixes: () => [
          ...changeVersion(analysis, slot, underOwnBase(slot, version, base)),
          ...moveEntry(analysis, slot, version),
        ],
      });
    }
  },
});

function changeVersion(analysis: Analysis, slot: Slot, own: Version | undefined): Fix[] {
  if (!own) return [];
  const edits = [replace(trimmedValueRange(analysis.source, slot), own)];
  return [{ title: `Change the version to ${quote(own)}`, safe: false, edits }];
}

function moveEntry(analysis: Analysis, slot: Slot, version: Version): Fix[] {
  const base = baseOf(version);
  if (analysis.lists(base)) return [];
  const edits = [replace(keyRange(analysis.source, slot.key), base)];
  return [{ title: `Move the entry to base ${quote(base)}`, safe: false, edits }];
}
