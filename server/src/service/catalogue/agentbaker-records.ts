/** Where AgentBaker records baked versions. In its own file, because the settings load zod. */
export const agentBakerRecords: readonly string[] = [
  'vhdbuilder/release-notes',
  'pkg/agent/datamodel/linux_sig_version.json',
];
