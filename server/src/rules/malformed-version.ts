import {
  type Analysis,
  baseCompared,
  type Catalogue,
  dateMeant,
  trimmedValueRange,
  type VersionProperty,
  versionFrom,
} from '../model/index.ts';
import { ambiguityOnceSpelled } from './ambiguous-patch.ts';
import { changeToNext, changeVersion } from './change-version.ts';
import { comparisonOf } from './missing-package.ts';
import { defineRule, type Fix } from './rule.ts';

export const malformedVersion = defineRule({
  id: 'malformed-version',
  level: 'error',
  summary: 'a hotfix version that is not written `YYYYMM.DD.PATCH`',
  why: `Nodes compare versions loosely, but request the package by the exact text. \`dev\` and \`202604.01.3.1\` cannot be compared, so nodes
do not upgrade. \`v202604.01.3\`, \`202604.1.3\` and \`202604.01.03\` can. Then a node asks apt for \`aks-node-controller=VERSION*\`, or
dnf for \`aks-node-controller-VERSION\` without a star. No release has such a package. The node tries up to five times and boots
its baked version. \`scripts_version\` names no package: if such a version passes the comparison, nodes apply their scripts.`,
  fix: {
    safe: 'Writes the version as releases do: without `v`, with a two-digit day, and without leading zeros in the patch.',
    onRequest:
      'The same change where apt and dnf would then install different packages. Writes a date such as `2026-07-29.3` as a version.',
  },
  messages: {
    incomparable:
      '{value} is not a valid version (YYYYMM.DD.PATCH). Nodes cannot compare it and do not upgrade. Correct it.',
    'other-base':
      '{value} is not a version of base {base} (YYYYMM.DD.PATCH), so nodes do not upgrade. Correct it.',
    'patch-zero':
      '{value} is not a valid version. Nodes read it as patch 0 and do not upgrade. Write YYYYMM.DD.PATCH.',
    misspelled: '{value} is not a valid version. Releases write it {version}. Use that spelling.',
    unpackaged:
      '{value} is not a valid version. Nodes ask apt for {pattern} and dnf for {value}. Neither has it. Correct it.',
    respelled:
      '{value} is not a valid version. Nodes ask apt for {pattern} and dnf for {value}. Neither has it. Use {version}.',
    'loose-scripts':
      '{value} is not a valid version. Nodes compare it loosely and apply scripts. Write YYYYMM.DD.PATCH.',
    'scripts-without-base':
      '{value} is not a valid version. No node has its base, so scripts stay as baked. Write YYYYMM.DD.PATCH.',
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
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    for (const property of seen.versionProperties) {
      if (property.spelling !== 'malformed-version') continue;
      const { trimmed: value, version } = property;
      const pattern = `${value}*`;
      const at = trimmedValueRange(analysis.source, property);
      if (version) {
        const safe = ambiguityOnceSpelled(analysis, property, catalogue) === undefined;
        const fixes = () => [{ ...changeVersion(analysis, property, version), safe }];
        report({ at, messageId: respelled(property), data: { value, version, pattern }, fixes });
      } else
        report({
          at,
          messageId: malformed(property),
          data: { value, base: property.base ?? '', pattern },
          fixes: () => fromDate(analysis, property, catalogue),
        });
    }
  },
});

function respelled({ comparison, role }: VersionProperty) {
  if (comparison !== undefined) return 'misspelled';
  return role === 'scripts' ? 'loose-scripts' : 'respelled';
}

function malformed(property: VersionProperty) {
  const { trimmed, base, role } = property;
  const fault = comparisonOf(trimmed, base);
  if (role !== 'scripts' || fault !== 'unpackaged') return fault;
  return baseCompared(property) ? 'loose-scripts' : 'scripts-without-base';
}

/** The version that a date of the same base means: without a patch, the next one. */
function fromDate(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): Fix[] {
  const date = dateMeant(property.trimmed);
  const own = property.role === 'entry' ? property.base : undefined;
  if (!date || (own && own !== date.base)) return [];
  const { base, patch = '0' } = date;
  return patch === '0'
    ? changeToNext(analysis, property, base, catalogue)
    : [changeVersion(analysis, property, versionFrom(base, patch))];
}
