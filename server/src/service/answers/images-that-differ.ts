import {
  type Effect,
  installerOf,
  isVersion,
  type OperatingSystem,
  type RecordedImage,
} from '../../model/index.ts';
import { imageName } from './image-name.ts';

/** How images of a version differ, if a package is published at all: "on 21 of 27 images; cannot on OS Guard; unknown on Ubuntu 20.04". */
export function imagesThatDiffer({ images, resolved }: Effect): string | undefined {
  const installing = images.filter(({ installs }) => installs === true).length;
  if (!isVersion(resolved) || installing === images.length) return undefined;
  return [
    `on ${installing} of ${images.length} images`,
    ...named('cannot on', images, false),
    ...named('unknown on', images, null),
  ].join('; ');
}

function named(verb: string, images: readonly RecordedImage[], installs: boolean | null): string[] {
  const names = new Set(images.filter((image) => image.installs === installs).map(nameOf));
  return names.size > 0 ? [`${verb} ${[...names].join(', ')}`] : [];
}

/** Images that cannot install, by the reason: the operating system, if that is on record. */
function nameOf({ image, system }: RecordedImage): string {
  return installerOf(system).code === 'image-not-on-record' ? imageName(image) : systemTitle(system);
}

function systemTitle({ id, variant, release }: OperatingSystem): string {
  if (id === 'azurelinux')
    return { osguard: 'OS Guard', azurecontainerlinux: 'Azure Container Linux' }[variant] ?? 'Azure Linux';
  return `${id.charAt(0).toUpperCase()}${id.slice(1)} ${release}`.trim();
}
