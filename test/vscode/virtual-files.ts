/** Whether a file system can be written is a matter of its scheme. */
export const writableScheme = 'hotfix-memory';
export const readOnlyScheme = 'hotfix-memory-readonly';

/** Where the files are in either, as a hosted repository would be. */
export const repository = { authority: 'example', path: '/owner/repository' };

export const configPath = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
/** No name of a config: only the glob in the project settings makes it one. */
export const pinnedPath = 'pinned/nodes.json';

const releaseNotes = 'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd';

/** What either holds there, by paths: faults in two configs, and baked versions on record. */
export const files: Readonly<Record<string, string>> = {
  '.hotfixrc.json': '{ "rules": { "malformed-version": "error" }, "files": ["pinned/*.json"] }\n',
  [configPath]: '{\n  "hotfixes": {\n    "202604.01": "v202604.01.1"\n  }\n}\n',
  [pinnedPath]:
    '{\n  "hotfixes": {\n    "202604.01": "202604.01.1",\n    "202605.30": "v202605.30.1"\n  }\n}\n',
  [`${releaseNotes}/202604.01.0.txt`]: 'Release notes\n',
  [`${releaseNotes}/202604.01.1.txt`]: 'Release notes\n',
  [`${releaseNotes}/202605.30.0.txt`]: 'Release notes\n',
  [`${releaseNotes}/latest.txt`]: 'Release notes\n',
};
