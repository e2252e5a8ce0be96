import { explainOutcome, isVersion, quote, type RecordedImage } from '../../model/index.ts';

export const noPackage = 'no package has this version';

/** Whether an image ends with the version that its controller asks for, and why, in words. */
export function installedAs(
  asks: string | null,
  { installs, reason }: Pick<RecordedImage, 'installs' | 'reason'>,
): { readonly installs: boolean | null; readonly reason: string } {
  // The controller compares loosely. The package manager does not.
  if (asks !== null && !isVersion(asks)) return { installs: false, reason: noPackage };
  return { installs, reason: explainOutcome(reason) };
}

/** What a node does with a version that passed the comparison, but that no package has; undefined for any other. */
export function asksInVain(asks: string, reason: string): string | undefined {
  return isVersion(asks) ? undefined : `asks for ${quote(asks)}: ${reason}; ${noPackage}`;
}
