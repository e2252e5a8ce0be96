import type { NodeImage } from '../../coverage-types.ts';
import { type Analysis, type Catalogue, effectOf, trimSpace } from '../../model/index.ts';
import { imageName } from './image-name.ts';
import { installedAs } from './installed.ts';

/** The images of a baked version, and what each does with the version that its controller asks for. */
export function nodeImages(analysis: Analysis, baked: string, catalogue: Catalogue): NodeImage[] {
  const { images, resolved } = effectOf(analysis.readings, baked, 'binary', catalogue);
  if (images.length === 0 || resolved === '') {
    const known = catalogue.get(trimSpace(baked))?.images ?? [];
    return known.map((image) => ({ name: imageName(image), does: null, reason: '' }));
  }
  return images.map((image) => {
    const { installs, reason } = installedAs(resolved, image);
    const does = installs === null ? 'unclear' : installs ? 'upgrades' : 'cannot';
    return { name: imageName(image.image), does, reason };
  });
}
