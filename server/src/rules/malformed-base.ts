import { canonicalBase, isBase, keyRange, quote, trimSpace, versionPropertyOf } from '../model/index.ts';
import { replace } from './edits.ts';
import { getsWrongPackage } from './missing-package.ts';
import { defineRule } from './rule.ts';

export const malformedBase = defineRule({
  id: 'malformed-base',
  level: 'error',
  summary: 'a key of `hotfixes` that is not written `YYYYMM.DD`',
  why: `Nodes look up the first two parts of their baked version, byte for byte. For them \`202604.1\`, \`v202604.01\` and \`202604.01 \` are
not \`202604.01\`, so no node finds such an entry.`,
  fix: {
    safe: 'Pads the day, trims white space, or removes a `v` or a patch, unless that base is already listed.',
    onRequest:
      'The same change where it would make nodes request a package that does not exist, or make apt and dnf install different ones.',
  },
  messages: {
    respelled: '{key} is not a valid base, so nodes never find this entry. Change it to {base}.',
    taken:
      '{key} is not a valid base, so nodes never find this entry. Another entry is for {base}. Remove one of them.',
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
    },
  ],
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    const { source } = analysis;
    for (const { entry, field } of seen.entries) {
      const { key } = entry;
      if (isBase(key.value)) continue;
      const base = canonicalBase(trimSpace(key.value));
      const range = keyRange(source, key);
      const data = { key: key.value };
      if (!base) report({ at: range, messageId: 'unknown', data });
      // If two keys mean the same base, only the author knows which entry to keep.
      else if (analysis.keyCountOf(base) > 1)
        report({ at: range, messageId: 'taken', data: { ...data, base } });
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
