import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  keyRange,
  patchOf,
  quote,
  type Version,
  type VersionProperty,
  valuePartRange,
  versionFrom,
} from '../model/index.ts';
import { changeToNext, changeVersion, moveToNext } from './change-version.ts';
import { replace } from './edits.ts';
import { hidesAnother } from './hidden.ts';
import { defineRule, type Fix } from './rule.ts';

export const baseMismatch = defineRule({
  id: 'base-mismatch',
  level: 'error',
  summary: 'an entry whose hotfix version has a different base than its key',
  why: `Nodes find the entry by its key, then upgrade only if the hotfix version has the same base. With a different base, no node
upgrades.`,
  fix: {
    onRequest:
      "Uses the key's base in the version, or moves the entry to the version's base where that is not listed.",
  },
  messages: {
    mismatch:
      '{value} is not a version of base {base}, so nodes do not upgrade. Use that base, or move the entry to {actual}.',
    key: 'Nodes of base {base} use this entry.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202605.30.2" } }
                              ^^^^^^^^^ base-mismatch`,
      after: '{ "hotfixes": { "202604.01": "202604.01.2" } }',
    },
  ],
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    for (const property of seen.versionProperties) {
      const { base, version } = property;
      if (property.comparison !== 'base-mismatch' || !base || !version) continue;
      report({
        at: valuePartRange(analysis.source, property, 'base'),
        messageId: 'mismatch',
        data: { value: property.trimmed, actual: baseOf(version), base },
        related: [{ at: keyRange(analysis.source, property.key), messageId: 'key', data: { base } }],
        fixes: () => [
          ...changeToOwn(analysis, property, base, version, catalogue),
          ...moveToValue(analysis, property, version, catalogue),
        ],
      });
    }
  },
});

function changeToOwn(
  analysis: Analysis,
  property: VersionProperty,
  base: Base,
  version: Version,
  catalogue: Catalogue,
): Fix[] {
  if (hasPatchZero(version)) return changeToNext(analysis, property, base, catalogue);
  return [changeVersion(analysis, property, versionFrom(base, patchOf(version)))];
}

function moveToValue(
  analysis: Analysis,
  property: VersionProperty,
  version: Version,
  catalogue: Catalogue,
): Fix[] {
  const base = baseOf(version);
  if (analysis.byBase.isListed(base) || hidesAnother(analysis, property)) return [];
  if (hasPatchZero(version)) return moveToNext(analysis, property, base, catalogue);
  const edits = [replace(keyRange(analysis.source, property.key), base)];
  return [{ title: `Move entry to base ${quote(base)}`, safe: false, edits }];
}

/** It upgrades nothing under any base. */
function hasPatchZero(version: Version): boolean {
  return patchOf(version) === '0';
}
