import { trimmedValueRange } from '../model/index.ts';
import { changeVersion } from './change-version.ts';
import { comparisonOf } from './missing-package.ts';
import { defineRule } from './rule.ts';

export const malformedVersion = defineRule({
  id: 'malformed-version',
  level: 'error',
  summary: 'a hotfix version that is not written `YYYYMM.DD.PATCH`',
  why: `A node compares versions loosely and installs them literally. \`dev\` and \`202604.01.3.1\` fail the comparison, so
nothing happens. \`v202604.01.3\`, \`202604.1.3\` and \`202604.01.03\` pass it, and then the package manager is asked for a
package of exactly that spelling, which does not exist: the node tries up to five times and boots unpatched.`,
  fix: {
    safe: 'Writes the same version as releases do: `v` dropped, day padded, leading zeros of the patch stripped.',
  },
  messages: {
    incomparable: '{value} is not a version that a node can compare (YYYYMM.DD.PATCH): it upgrades nothing.',
    'other-base': '{value} is not a version of base {base} (YYYYMM.DD.PATCH): it upgrades nothing.',
    'patch-zero':
      '{value} upgrades nothing: a node reads it as patch 0 (YYYYMM.DD.PATCH), and no baked patch is lower.',
    misspelled: '{value} is not written as releases write it: that version is named {version}.',
    unpackaged:
      '{value} passes the comparison, but a node installs exactly that spelling and no such package exists.',
    respelled:
      '{value} passes the comparison, but a node installs exactly that spelling; the package is named {version}.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "v202604.1.03" } }
                              ^^^^^^^^^^^^ malformed-version`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.3.1" } }
                              ^^^^^^^^^^^^^ malformed-version`,
    },
  ],
  skipsUsual: true,
  check({ analysis, seen, report }) {
    for (const slot of seen.slots) {
      if (slot.spelling !== 'malformed-version') continue;
      const { trimmed: value, version } = slot;
      const at = trimmedValueRange(analysis.source, slot);
      if (version) {
        const fixes = () => [{ ...changeVersion(analysis, slot, version), safe: true }];
        const messageId = slot.comparison === undefined ? 'respelled' : 'misspelled';
        report({ at, messageId, data: { value, version }, fixes });
      } else
        report({ at, messageId: comparisonOf(value, slot.base), data: { value, base: slot.base ?? '' } });
    }
  },
});
