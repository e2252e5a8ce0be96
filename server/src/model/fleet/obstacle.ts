import type { BakedVersion } from '../baked-version.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Slot } from '../slot.ts';
import { type Generation, traitsOf } from './generation.ts';
import { installerOf } from './operating-system.ts';

/** Why no image of a version can apply a hotfix, whichever it is. */
export type Obstacle = ControllerObstacle | 'cannot-install';
export type ControllerObstacle = 'no-code' | 'no-map' | 'cannot-compare';

/** What keeps all images of a version from applying what is in a place of a config; undefined where one may. */
export function obstacleTo(
  { generation, images }: BakedVersion,
  place: Slot['in'],
  catalogue: Catalogue,
): Obstacle | undefined {
  const ofController = generation && controllerObstacle(generation, place);
  if (ofController || !generation || place === 'scripts') return ofController;
  const isUnable = (image: string) => installerOf(catalogue.systemOf(image)).installs === false;
  return images.length > 0 && images.every(isUnable) ? 'cannot-install' : undefined;
}

/** What keeps every controller of a generation from applying what is in a place of a config. */
function controllerObstacle(generation: Generation, place: Slot['in']): ControllerObstacle | undefined {
  const { binary, scripts } = traitsOf(generation);
  // Older ones apply delivered scripts without asking for a version.
  if (place === 'scripts') return scripts === 'never' ? 'no-code' : undefined;
  if (binary === 'never-reads') return 'no-code';
  if (binary === 'reports-dev') return 'cannot-compare';
  return binary === 'installs-any' && place === 'entry' ? 'no-map' : undefined;
}
