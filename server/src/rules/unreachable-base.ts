import {
  type BakedVersion,
  baseOf,
  baseRange,
  type Catalogue,
  type Generation,
  installerOf,
  type Slot,
  traitsOf,
} from '../model/index.ts';
import { ambiguities } from './ambiguous-patch.ts';
import { removeSlot } from './remove-slot.ts';
import { defineRule } from './rule.ts';

export const unreachableBase = defineRule({
  id: 'unreachable-base',
  level: 'warning',
  summary: 'a base whose recorded images cannot apply the hotfix',
  why: `What a node does depends on the controller that was baked into its image. The first ones never read the config; up to
202607.09.0 a controller reports the version "dev" and cannot compare it with any other. Some operating systems cannot install
a package. Where every recorded image of a base is one of these, the hotfix reaches no node. Such nodes need a new image.
Without any record of controllers this rule is silent.`,
  fix: { onRequest: 'Removes the entry, or the field.' },
  messages: {
    'no-code': 'No image of base {base} can apply this: its controllers never read the config. Remove it.',
    'no-map': 'No image of base {base} can apply this: its controllers do not read "hotfixes". Remove it.',
    'cannot-compare':
      'No image of base {base} can apply this: its controllers report "dev" and cannot compare versions. Remove it.',
    'cannot-install':
      'No image of base {base} can apply this: its operating systems cannot install a package. Remove it.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.1", "202605.30": "202605.30.1" } }
                 ^^^^^^^^^ unreachable-base`,
      after: '{ "hotfixes": { "202605.30": "202605.30.1" } }',
      bakedVersions: [{ version: '202604.01.0', controller: 'map' }, '202605.30.0'],
    },
  ],
  check({ analysis, catalogue, seen, report }) {
    for (const slot of seen.slots) {
      const { version, spelling, comparison } = slot;
      if (!version || spelling !== undefined || comparison !== undefined) continue;
      if (ambiguities(analysis, slot, catalogue).length > 0) continue;
      const base = baseOf(version);
      const obstacles = catalogue.of(base).map((baked) => obstacleOf(baked, slot.in, catalogue));
      const messageId = obstacles.at(-1);
      if (!messageId || obstacles.includes(undefined)) continue;
      const at = baseRange(analysis.source, slot);
      report({ at, messageId, data: { base }, fixes: () => removeSlot(analysis, slot) });
    }
  },
});

type Obstacle = 'no-code' | 'no-map' | 'cannot-compare' | 'cannot-install';

/** Why no image of a version can apply what is in a place of a config; undefined where one may. */
function obstacleOf(
  { generation, images }: BakedVersion,
  place: Slot['in'],
  catalogue: Catalogue,
): Obstacle | undefined {
  const ofController = generation && controllerObstacle(generation, place);
  if (ofController || !generation || place === 'scripts_version') return ofController;
  const canInstall = images.map((image) => installerOf(catalogue.systemOf(image)).installs !== false);
  return canInstall.length > 0 && !canInstall.includes(true) ? 'cannot-install' : undefined;
}

function controllerObstacle(generation: Generation, place: Slot['in']): Obstacle | undefined {
  const { binary, scripts } = traitsOf(generation);
  // Older ones apply delivered scripts without asking for a version.
  if (place === 'scripts_version') return scripts === 'never' ? 'no-code' : undefined;
  if (binary === 'never-reads') return 'no-code';
  if (binary === 'reports-dev') return 'cannot-compare';
  return binary === 'installs-any' && place === 'entry' ? 'no-map' : undefined;
}
