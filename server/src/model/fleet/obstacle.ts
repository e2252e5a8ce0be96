import type { BakedVersion } from '../baked-version.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Role } from '../fields.ts';
import { type Generation, traitsOf } from './generation.ts';
import { installerOf } from './operating-system.ts';

/** Why no image of a version can apply any hotfix. */
export type Obstacle = ControllerObstacle | 'cannot-install';
export type ControllerObstacle = 'no-code' | 'no-map' | 'cannot-compare';

/** What prevents all images of a version from applying a hotfix version in this role; undefined if one may apply it. */
export function obstacleTo(
  { generation, images }: BakedVersion,
  role: Role,
  catalogue: Catalogue,
): Obstacle | undefined {
  const ofController = generation && controllerObstacle(generation, role);
  if (ofController || !generation || role === 'scripts') return ofController;
  const isUnable = (image: string) => installerOf(catalogue.systemOf(image)).installs === false;
  return images.length > 0 && images.every(isUnable) ? 'cannot-install' : undefined;
}

/** What prevents every controller of a generation from applying a hotfix version in this role. */
function controllerObstacle(generation: Generation, role: Role): ControllerObstacle | undefined {
  const { binary, scripts } = traitsOf(generation);
  // Older controllers apply delivered scripts without asking for a version.
  if (role === 'scripts') return scripts === 'never' ? 'no-code' : undefined;
  if (binary === 'never-reads') return 'no-code';
  if (binary === 'reports-dev') return 'cannot-compare';
  return binary === 'installs-any' && role === 'entry' ? 'no-map' : undefined;
}
