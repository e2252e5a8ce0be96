/** Where AgentBaker's repository records baked versions. Apart from the other settings, which load zod. */
export const agentBakerRecords: readonly string[] = [
  'vhdbuilder/release-notes',
  'pkg/agent/datamodel/linux_sig_version.json',
];
