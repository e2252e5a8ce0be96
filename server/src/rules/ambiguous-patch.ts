import {
  type Analysis,
  ambiguousPatches,
  type Base,
  baseOf,
  type Catalogue,
  patchOf,
  type VersionProperty,
  valuePartRange,
  versionFrom,
} from '../model/index.ts';
import { changeToNext } from './change-version.ts';
import { defineRule } from './rule.ts';

export const ambiguousPatch = defineRule({
  id: 'ambiguous-patch',
  level: 'warning',
  summary: 'a patch that is the start of another taken patch of its base',
  why: `On Ubuntu, nodes ask apt for \`aks-node-controller=VERSION*\`, and apt installs the highest match. Asked for \`202604.01.1\`, it
installs \`202604.01.12\` if that is published. On Azure Linux, dnf installs exactly \`202604.01.1\`. A patch is taken if a release
tag or an image has it, or if the config or its baseline names it.
See [what nodes of real images do](../fleet.md).`,
  fix: {
    onRequest: 'Changes the patch to the next one: one above the highest taken patch of the base.',
  },
  messages: {
    ambiguous:
      '{value} is the start of {other}. apt installs the highest match, dnf the exact version, so nodes get different packages. Use another patch.',
    scripts:
      '{value} is the start of {other}. The controller of the same version would differ between apt and dnf. Use another patch.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.1" } }
                                        ^ ambiguous-patch`,
      after: '{ "hotfixes": { "202604.01": "202604.01.13" } }',
      bakedVersions: ['202604.01.0', '202604.01.12'],
    },
  ],
  skips: 'unrecorded',
  check({ analysis, catalogue, seen, report }) {
    for (const property of seen.versionProperties) {
      const other = ambiguity(analysis, property, catalogue);
      const { version } = property;
      if (!version || other === undefined) continue;
      report({
        at: valuePartRange(analysis.source, property, 'patch'),
        // Scripts have no package. A controller is released with the same version.
        messageId: property.role === 'scripts' ? 'scripts' : 'ambiguous',
        data: { value: property.trimmed, other: versionFrom(baseOf(version), other) },
        fixes: () => changeToNext(analysis, property, baseOf(version), catalogue),
      });
    }
  },
});

/** A taken patch that apt may install instead of the one in a property that has no other fault. */
export function ambiguity(
  analysis: Analysis,
  property: VersionProperty,
  catalogue: Catalogue,
): string | undefined {
  return property.spelling === undefined ? ambiguityOnceSpelled(analysis, property, catalogue) : undefined;
}

/** The same, for the canonical spelling of the version. */
export function ambiguityOnceSpelled(
  analysis: Analysis,
  property: VersionProperty,
  catalogue: Catalogue,
): string | undefined {
  const { version, comparison } = property;
  if (!version || comparison !== undefined) return undefined;
  const base = property.base ?? baseOf(version);
  const isOnlyOne = analysis.byBase.namesOnce(base) && catalogue.taken(base).length === 0;
  return isOnlyOne ? undefined : ambiguousIn(analysis, base, catalogue).get(patchOf(version));
}

interface Index {
  readonly catalogue: Catalogue;
  readonly byBase: Map<Base, ReadonlyMap<string, string>>;
}

const indexes = new WeakMap<Analysis, Index>();

/** Cached per base: a config can have thousands of its patches. */
function ambiguousIn(analysis: Analysis, base: Base, catalogue: Catalogue): ReadonlyMap<string, string> {
  let index = indexes.get(analysis);
  if (index?.catalogue !== catalogue) {
    index = { catalogue, byBase: new Map() };
    indexes.set(analysis, index);
  }
  let ambiguous = index.byBase.get(base);
  if (!ambiguous) {
    ambiguous = ambiguousPatches([
      ...catalogue.taken(base),
      ...analysis.byBase.versionsOf(base).map(patchOf),
    ]);
    index.byBase.set(base, ambiguous);
  }
  return ambiguous;
}
