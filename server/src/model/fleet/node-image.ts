import { isVersion, type Version } from '../version.ts';
import { type OperatingSystem, systemNamed } from './operating-system.ts';

/** The label of a Kubernetes node that names its image. */
export const nodeImageLabel = 'kubernetes.azure.com/node-image-version';

/** A node image, from its name. */
export interface NodeImage {
  /** Gallery and definition, `AKSUbuntu-2204gen2containerd`; undefined for a bare version. */
  readonly image: string | undefined;
  /** The version of the image. The version of a Windows image says nothing about a controller. */
  readonly version: Version | undefined;
  readonly system: OperatingSystem;
}

/** Reads `AKSUbuntu-2204gen2containerd-202607.20.0` or a bare version; undefined for anything else. */
export function parseNodeImage(name: string): NodeImage | undefined {
  if (isVersion(name)) return { image: undefined, version: name, system: systemNamed('') };
  const [, image = '', version = ''] = /^([A-Za-z]\w*-.+)-([^-]+)$/.exec(name) ?? [];
  const system = systemNamed(image);
  if (system.id === 'windows') return { image, version: undefined, system };
  return isVersion(version) ? { image, version, system } : undefined;
}
