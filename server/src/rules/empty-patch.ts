import {
  type Analysis,
  type Base,
  canonicalBase,
  keyRange,
  nextVersion,
  quote,
  type Slot,
  trimmedValueRange,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { defineRule } from './rule.ts';

export const emptyPatch = defineRule({
  id: 'empty-patch',
  level: 'error',
  summary: 'a hotfix version without a patch, such as `202604.01.` or `202604.01`',
  why: `A node upgrades only to a strictly higher patch. \`202604.01.\` is no version at all to it and \`202604.01\` reads as
patch 0, which no baked version is below: either way the nodes of that base silently boot unpatched.`,
  fix: {
    onRequest:
      "Completes the version with the next patch: one above the highest that is known for its base, else 1; where an entry's key has another base, for that one, or moving the entry along.",
  },
  messages: {
    noPatch: '{value} has no patch: a node cannot upgrade to it and boots unpatched.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01." } }
                              ^^^^^^^^^^ empty-patch`,
      after: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
    },
  ],
  check({ analysis, catalogue, report }) {
    for (const slot of analysis.suspects) {
      if (slot.spelling !== 'empty-patch') continue;
      const range = trimmedValueRange(analysis.source, slot);
      const fixes = () =>
        basesOf(analysis, slot).flatMap((base) => {
          const version = nextVersion(analysis, base, catalogue, slot);
          if (!version) return [];
          const edits = [replace(range, version)];
          const moves = slot.base !== undefined && slot.base !== base;
          if (!moves) return [{ title: `Change the version to ${quote(version)}`, safe: false, edits }];
          const title = `Move the entry to base ${quote(base)} and change the version to ${quote(version)}`;
          return [
            { title, safe: false, edits: [replace(keyRange(analysis.source, slot.key), base), ...edits] },
          ];
        });
      report({ at: range, message: 'noPatch', data: { value: slot.trimmed }, fixes });
    }
  },
});

/** The one that the entry is for; the value's own, where the entry can move there. */
function basesOf(analysis: Analysis, { trimmed, base }: Slot): readonly Base[] {
  // A part after the missing patch may be what its author meant; it is not thrown away.
  const own = canonicalBase(trimmed);
  if (!own) return [];
  if (!base || base === own) return [own];
  return analysis.lists(own) ? [base] : [base, own];
}
