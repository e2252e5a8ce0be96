import {
  type Analysis,
  type Catalogue,
  isBase,
  nextVersion,
  quote,
  type VersionProperty,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { removeVersion } from './remove-version.ts';
import { defineRule, type Fix } from './rule.ts';

export const emptyValue = defineRule({
  id: 'empty-value',
  level: 'warning',
  summary: 'a hotfix version that is `""`, blank or `null`',
  why: `An empty version means "no hotfix". The base is listed as if it had one, but its nodes do not upgrade.`,
  fix: {
    onRequest:
      'Uses the next patch: one above the highest taken patch of the base, else 1. Or removes the entry or the field.',
  },
  messages: {
    entry: '{key} has no version, so nodes of that base get no hotfix. Add a version or remove the entry.',
    'malformed-key': '{key} has no version, so no node gets a hotfix. Add a version or remove the entry.',
    field: '{key} is empty, so nodes ignore it. Add a version or remove it.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "" } }
                             ^^ empty-value`,
      after: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
    },
    {
      before: `
{ "scripts_version": null, "version": "202604.01.3" }
                     ^^^^ empty-value`,
      after: '{ "version": "202604.01.3" }',
    },
  ],
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    for (const property of seen.versionProperties) {
      const { spelling, value, key, role } = property;
      if (spelling !== 'empty-value') continue;
      // A key that is not a base as nodes look it up has no nodes. That is another finding.
      const messageId = role !== 'entry' ? 'field' : isBase(key.value) ? 'entry' : 'malformed-key';
      const fixes = () => [
        ...useNextPatch(analysis, property, catalogue),
        ...removeVersion(analysis, property),
      ];
      report({ at: value, messageId, data: { key: key.value }, fixes });
    }
  },
});

/** A field has no base, so its next patch is not known. */
function useNextPatch(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): Fix[] {
  const { base, value } = property;
  const next = base && nextVersion(analysis, base, catalogue, property);
  if (!next) return [];
  return [
    { title: `Change version to ${quote(next)}`, safe: false, edits: [replace(value, JSON.stringify(next))] },
  ];
}
