import {
  type Analysis,
  baseOf,
  canonicalBase,
  dateMeant,
  type Entry,
  type Field,
  isBase,
  keyRange,
  quote,
  trimSpace,
  versionPropertyOf,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { hidesAnother } from './hidden.ts';
import { getsWrongPackage } from './missing-package.ts';
import { removeVersion } from './remove-version.ts';
import { defineRule, type Fix } from './rule.ts';

export const malformedBase = defineRule({
  id: 'malformed-base',
  level: 'error',
  summary: 'a key of `hotfixes` that is not written `YYYYMM.DD`',
  why: `Nodes look up the first two parts of their baked version, byte for byte. For them \`202604.1\`, \`v202604.01\` and \`202604.01 \` are
not \`202604.01\`, so no node finds such an entry.`,
  fix: {
    safe: 'Pads the day, trims white space, or removes a `v` or a patch, unless that base is already listed.',
    onRequest:
      'The same change where it would make nodes request a package that does not exist, or make apt and dnf install different ones. Uses the base of a date such as `2026-07-29`, or of the version. Removes the entry.',
  },
  messages: {
    respelled: '{key} is not a valid base, so nodes never find this entry. Change it to {base}.',
    taken:
      '{key} is not a valid base, so nodes never find this entry. Another entry is for {base}. Remove one of them.',
    date: '{key} is a date, not a base (YYYYMM.DD), so nodes never find this entry. Change it to {base}.',
    unknown: '{key} is not a valid base (YYYYMM.DD), so nodes never find this entry. Correct or remove it.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.1": "202604.01.3" } }
                 ^^^^^^^^ malformed-base`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
    {
      before: `
{ "hotfixes": { "april": "202604.01.3" } }
                 ^^^^^ malformed-base`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
  ],
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    const { source } = analysis;
    for (const { entry, field } of seen.entries) {
      const { key } = entry;
      if (isBase(key.value)) continue;
      const trimmed = trimSpace(key.value);
      const base = canonicalBase(trimmed);
      const date = dateMeant(trimmed)?.base;
      const range = keyRange(source, key);
      const data = { key: key.value };
      const repairs = () => repairsOf(analysis, entry, field, date);
      if (!base && date && !analysis.byBase.isListed(date))
        report({ at: range, messageId: 'date', data: { ...data, base: date }, fixes: repairs });
      else if (!base) report({ at: range, messageId: 'unknown', data, fixes: repairs });
      // If two keys mean the same base, only the author knows which entry to keep.
      else if (analysis.byBase.keyCountOf(base) > 1)
        report({
          at: range,
          messageId: 'taken',
          data: { ...data, base },
          fixes: () => removal(analysis, entry, field),
        });
      else {
        const title = `Change key to ${quote(base)}`;
        const fixes = () => {
          const property = versionPropertyOf(entry, field, 'entry');
          const safe = !property || !getsWrongPackage(analysis, property, catalogue);
          return [{ title, safe, edits: [replace(range, base)] }];
        };
        report({ at: range, messageId: 'respelled', data: { ...data, base }, fixes });
      }
    }
  },
});

/** For a key that is no spelling of a base. Its date or its version says which base is meant. */
function repairsOf(analysis: Analysis, entry: Entry, field: Field, date: string | undefined): Fix[] {
  const version = versionPropertyOf(entry, field, 'entry')?.version;
  const meant = [date, version && baseOf(version)].flatMap((base) => base ?? []);
  const isFree = (base: string) =>
    isBase(base) && !analysis.byBase.isListed(base) && !hidesAnother(analysis, entry);
  const free = [...new Set(meant)].filter(isFree);
  return [
    ...free.map((base) => ({
      title: `Change key to ${quote(base)}`,
      safe: false,
      edits: [replace(entry.key, JSON.stringify(base))],
    })),
    ...removal(analysis, entry, field),
  ];
}

function removal(analysis: Analysis, entry: Entry, field: Field): Fix[] {
  const property = versionPropertyOf(entry, field, 'entry');
  return property ? removeVersion(analysis, property) : [];
}
