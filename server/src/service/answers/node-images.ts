import type { NodeImage } from '../../coverage-types.ts';
import { type Analysis, type Catalogue, effectOf, explainOutcome, trimSpace } from '../../model/index.ts';
import { imageName } from './image-name.ts';

/** The images of a baked version, and what each does with the version that its controller asks for. */
export function nodeImages(analysis: Analysis, baked: string, catalogue: Catalogue): NodeImage[] {
  const { images, resolved } = effectOf(analysis.readings, baked, 'binary', catalogue);
  if (images.length === 0 || resolved === '') {
    const known = catalogue.get(trimSpace(baked))?.images ?? [];
    return known.map((image) => ({ name: imageName(image), does: null, reason: '' }));
  }
  return images.map(({ image, installs, reason }) => ({
    name: imageName(image),
    does: installs === null ? 'unclear' : installs ? 'upgrades' : 'cannot',
    reason: explainOutcome(reason),
  }));
}
