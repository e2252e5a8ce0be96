import { canonicalBase, isBase, keyRange, quote, slotOf, trimSpace } from '../model/index.ts';
import { replace } from './edits.ts';
import { asksForMissingPackage } from './missing-package.ts';
import { defineRule } from './rule.ts';

export const malformedBase = defineRule({
  id: 'malformed-base',
  level: 'error',
  summary: 'a key of `hotfixes` that is not written `YYYYMM.DD`',
  why: `A node takes the first two parts of its baked version, letter for letter, and looks that key up. \`202604.1\`,
\`v202604.01\` and \`202604.01 \` are other keys than \`202604.01\`: the entry is there, and no node ever finds it.`,
  fix: {
    safe: 'Pads the day, trims white space and drops a `v` or a patch, unless that base is listed already.',
    onRequest:
      'The same where the version of the entry is malformed and passes the comparison: nodes would then ask for a package that does not exist.',
  },
  messages: {
    respelled:
      '{key} is not a base as nodes look it up: they look for {base}, letter for letter, and never find this entry.',
    taken:
      '{key} is not a base as nodes look it up, and another entry stands for {base} too: no node ever finds this one.',
    unknown: '{key} is not a base (YYYYMM.DD): no node looks it up, so this entry upgrades nothing.',
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
  skipsUsual: true,
  check({ analysis, seen, report }) {
    const { source } = analysis;
    for (const { entry, field } of seen.entries) {
      const { key } = entry;
      if (isBase(key.value)) continue;
      const base = canonicalBase(trimSpace(key.value));
      const range = keyRange(source, key);
      const data = { key: key.value };
      if (!base) report({ at: range, messageId: 'unknown', data });
      // Where two keys stand for a base, only their author knows which of them is meant.
      else if (analysis.claims(base) > 1) report({ at: range, messageId: 'taken', data: { ...data, base } });
      else {
        const title = `Change the key to ${quote(base)}`;
        const fixes = () => {
          const slot = slotOf(entry, field, 'entry');
          const safe = !slot || !asksForMissingPackage(slot);
          return [{ title, safe, edits: [replace(range, base)] }];
        };
        report({ at: range, messageId: 'respelled', data: { ...data, base }, fixes });
      }
    }
  },
});
