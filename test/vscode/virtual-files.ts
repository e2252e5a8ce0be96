/** A scheme is either writable or read-only. */
export const writableScheme = 'hotfix-memory';
export const readOnlyScheme = 'hotfix-memory-readonly';

/** The path of the files in both, like in a remote repository. */
export const repository = { authority: 'example', path: '/owner/repository' };

export const configPath = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
/** Not a name of a config: only the glob in the project settings makes it one. */
export const pinnedPath = 'pinned/nodes.json';

const releaseNotes = 'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd';

/** The files in both, by path: faults in two configs, and recorded baked versions. */
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
