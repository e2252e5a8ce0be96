import type { BakedVersion } from '../baked-version.ts';
import type { Catalogue } from '../catalogue.ts';
import type { OperatingSystem } from './operating-system.ts';
import { type Decision, decide, type ImageOutcome, installed } from './outcome.ts';
import type { Readings } from './readings.ts';

/** What the recorded images of a baked version do with a config. */
export interface RecordedOutcome extends Decision {
  readonly images: readonly RecordedImage[];
}

export interface RecordedImage extends Pick<ImageOutcome, 'installs' | 'reason'> {
  readonly image: string;
  readonly system: OperatingSystem;
}

/** Undefined for a version whose controller is not on record: it counts as a current controller of that version. */
export function recordedOutcome(
  readings: Readings,
  baked: BakedVersion | undefined,
  catalogue: Catalogue,
): RecordedOutcome | undefined {
  if (!baked?.generation) return undefined;
  const decision = decide(readings, baked.version, baked.generation);
  return { ...decision, images: imagesOf(baked, decision, catalogue) };
}

const asking = new WeakMap<Catalogue, Map<BakedVersion, readonly RecordedImage[]>>();

/** Kept if the controller asks for a version: then only the operating systems decide, whatever the config says. */
function imagesOf(baked: BakedVersion, decision: Decision, catalogue: Catalogue): readonly RecordedImage[] {
  const known = decision.binary.asks === null ? undefined : (asking.get(catalogue) ?? new Map());
  const images = known?.get(baked) ?? decided(baked, decision, catalogue);
  if (known) asking.set(catalogue, known.set(baked, images));
  return images;
}

function decided(
  { images }: BakedVersion,
  decision: Decision,
  catalogue: Catalogue,
): readonly RecordedImage[] {
  return images.map((image) => {
    const system = catalogue.systemOf(image);
    return { image, system, ...installed(decision, system) };
  });
}
