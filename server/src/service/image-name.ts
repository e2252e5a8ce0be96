const operatingSystems: readonly (readonly [RegExp, string])[] = [
  [/^AKSUbuntu$/, 'Ubuntu'],
  [/^AKSAzureLinuxV(\d+)$/, 'Azure Linux v$1'],
  [/^AKSCBLMarinerV?(\d*)$/, 'CBL-Mariner $1'],
  [/^AKSAzureContainerLinux$/, 'Azure Container Linux'],
];

/** What the parts of an image's name stand for, in the order in which people say them. */
const features: readonly (readonly [RegExp, string])[] = [
  [/minimal/, 'minimal'],
  [/osguard/, 'OS Guard'],
  [/arm64/, 'arm64'],
  [/kata/, 'Kata'],
  [/cvm/, 'confidential VM'],
  [/fips/, 'FIPS'],
  [/tl(?=containerd|$)/, 'trusted launch'],
];

/**
 * Names an image by the folders of its release notes: `AKSUbuntu/gen2/2204arm64containerd` is "Ubuntu 22.04 arm64 gen2".
 * Folders of a shape that is not known yet are shown as they are.
 */
export function imageName(folders: readonly string[]): string {
  const [sku = '', ...rest] = folders;
  const parts = rest.join(' ');
  const generation = /gen\d+/.exec(parts)?.[0];
  const known = operatingSystems.find(([pattern]) => pattern.test(sku));
  const system = known ? sku.replace(...known).trim() : sku.replace(/^AKS/, '');
  const release = /(?<!\d)(\d\d)(\d\d)(?!\d)/.exec(parts);
  const named = [
    system,
    ...(release ? [`${release[1]}.${release[2]}`] : []),
    ...features.flatMap(([pattern, name]) => (pattern.test(parts) ? [name] : [])),
    ...(generation ? [generation] : []),
  ];
  return generation || release ? named.join(' ') : folders.join('/');
}
