import { quote } from '../../model/index.ts';
import type { RecordedAnswer } from './explanation.ts';
import { imageName } from './image-name.ts';
import { asksInVain } from './installed.ts';

/** What the images of a baked version do with the binary, in words. Images that differ are listed with their reasons. */
export function recordedBinary({ binary, images }: RecordedAnswer): string {
  if (binary.asks === null) return `stays: ${binary.reason}`;
  const inVain = asksInVain(binary.asks, binary.reason);
  if (inVain !== undefined) return inVain;
  const installing = images.filter(({ installs }) => installs === true).length;
  const where =
    installing === 0 || installing === images.length ? '' : ` on ${installing} of ${images.length} images`;
  const parts = [...groups(images, false, 'cannot'), ...groups(images, null, 'unknown')];
  const what = installing === 0 && images.length > 0 ? 'asks for' : 'upgrades to';
  return [`${what} ${quote(binary.asks)}${where}: ${binary.reason}`, ...parts].join('; ');
}

export function recordedScripts({ generation, scripts: { applies, reason } }: RecordedAnswer): string {
  if (applies) return `applies: ${reason}`;
  // The others leave the decision to the binary that they installed.
  return applies === null && generation !== 'none' ? `open: ${reason}` : `stays: ${reason}`;
}

/** One part per reason, with its images. */
function groups(images: RecordedAnswer['images'], installs: boolean | null, verb: string): string[] {
  const byReason = new Map<string, string[]>();
  for (const image of images.filter((one) => one.installs === installs))
    byReason.set(image.reason, [...(byReason.get(image.reason) ?? []), imageName(image.image)]);
  const where = (names: readonly string[]) =>
    names.length > 1 && names.length === images.length ? `its ${names.length} images` : names.join(', ');
  return [...byReason].map(([reason, names]) => `${verb} on ${where(names)}: ${reason}`);
}
