const operatingSystems: readonly (readonly [RegExp, string])[] = [
  [/^AKSUbuntu$/, 'Ubuntu'],
  [/^AKSAzureLinuxV(\d+)$/, 'Azure Linux v$1'],
  [/^AKSCBLMarinerV?(\d*)$/, 'CBL-Mariner $1'],
  [/^AKSAzureContainerLinux$/, 'Azure Container Linux'],
];

/** The words for the parts of an image's name, in the order in which they are shown. */
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
 * The common name of an image, from its folder of release notes: `AKSUbuntu/gen2/2204arm64containerd` is "Ubuntu
 * 22.04 arm64 gen2". Any other name is unchanged.
 */
export function imageName(image: string): string {
  const [sku = '', ...rest] = image.split('/');
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
  return rest.length > 0 && (generation || release) ? named.join(' ') : image;
}
