/** The values in `/etc/os-release` of an image, which decide how a controller installs a package. */
export interface OperatingSystem {
  /** `ID`, such as "ubuntu"; empty if unknown. */
  readonly id: string;
  /** `VARIANT_ID`, such as "osguard"; empty for most. */
  readonly variant: string;
  /** `VERSION_ID`, such as "22.04"; empty if unknown. */
  readonly release: string;
}

/** Whether the installer of an operating system can install a package, and why. Null: not on record. */
export type Installer =
  | { readonly installs: true; readonly code: 'installs'; readonly manager: 'apt' | 'dnf' }
  | { readonly installs: false; readonly code: 'read-only' | 'no-package-manager' | 'windows' }
  | { readonly installs: false; readonly code: 'unsupported-system'; readonly system: string }
  | { readonly installs: null; readonly code: 'package-not-on-record'; readonly release: string }
  | { readonly installs: null; readonly code: 'image-not-on-record' };

const notOnRecord = { installs: null, code: 'image-not-on-record' } as const;

export function installerOf({ id, variant, release }: OperatingSystem): Installer {
  switch (id) {
    case 'windows':
      return { installs: false, code: 'windows' };
    case 'flatcar':
      return { installs: false, code: 'unsupported-system', system: id };
    case 'ubuntu':
      if (release === '22.04' || release === '24.04')
        return { installs: true, code: 'installs', manager: 'apt' };
      return release === '20.04' || release === '26.04'
        ? { installs: null, code: 'package-not-on-record', release }
        : notOnRecord;
    case 'azurelinux':
      if (variant === 'osguard') return { installs: false, code: 'read-only' };
      if (variant === 'azurecontainerlinux') return { installs: false, code: 'no-package-manager' };
      return variant === '' && /^3(?:\.|$)/.test(release)
        ? { installs: true, code: 'installs', manager: 'dnf' }
        : notOnRecord;
    default:
      return notOnRecord;
  }
}

/** As in the record: "ubuntu 22.04", "azurelinux/osguard 3.0", "flatcar". */
export function parseOperatingSystem(text: string): OperatingSystem {
  const [name = '', release = ''] = text.split(' ');
  const [id = '', variant = ''] = name.split('/');
  return { id, variant, release };
}

/** `ID` and `VARIANT_ID`, which name a system. */
export function systemName({ id, variant }: OperatingSystem): string {
  return variant ? `${id}/${variant}` : id;
}

/** The families of images, by the words for them in galleries, folders and user texts. The first match counts. */
const families: readonly (readonly [RegExp, string])[] = [
  [/windows/, 'windows'],
  [/osguard/, 'azurelinux/osguard'],
  [/azurecontainerlinux/, 'azurelinux/azurecontainerlinux'],
  [/flatcar/, 'flatcar'],
  [/azurelinux.*v3/, 'azurelinux 3.0'],
  [/azurelinux/, 'azurelinux'],
  [/mariner/, 'mariner'],
  [/ubuntu/, 'ubuntu'],
];

/**
 * The operating system in the name of an image, as far as the name says it: `AKSUbuntu/gen2/2204containerd` is a
 * folder of release notes, `AKSUbuntu-2204gen2containerd` the gallery and definition in a node's label.
 */
export function systemNamed(image: string): OperatingSystem {
  const name = image.toLowerCase();
  const words = name.replace(/[ _-]/g, '');
  const system = parseOperatingSystem(families.find(([pattern]) => pattern.test(words))?.[1] ?? '');
  const release = system.id === 'ubuntu' ? /(?<!\d)(\d\d)\.?(\d\d)(?!\d)/.exec(name) : null;
  return release ? { ...system, release: `${release[1]}.${release[2]}` } : system;
}
