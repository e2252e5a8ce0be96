/** The baked versions in a folder with AgentBaker's layout, by image. */
const records: Readonly<Record<string, readonly string[]>> = {
  'AKSUbuntu/gen2/2204containerd': [
    '202512.18.0',
    '202602.13.0',
    '202602.13.2',
    '202602.13.5',
    '202603.12.0',
    '202603.12.1',
    '202605.14.0',
    '202607.09.0',
    '202607.20.0',
    '202608.06.0',
    '202608.14.0',
  ],
  'AKSAzureLinuxV3/gen2arm64': ['202602.13.0', '202603.12.1', '202607.20.0', '202608.14.0'],
};

export const agentBaker: Readonly<Record<string, string>> = Object.fromEntries([
  ['pkg/agent/datamodel/linux_sig_version.json', '{"version": "202608.14.0"}\n'],
  ...Object.entries(records).flatMap(([image, versions]) =>
    versions.map((version) => [`vhdbuilder/release-notes/${image}/${version}.txt`, '']),
  ),
]);
