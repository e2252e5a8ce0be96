/** Names of hotfix configs, in any folder. Globs, matched against the end of a path. */
export const configNames = [
  'aks-node-controller-hotfix.json',
  'anc-hotfix-version.json',
  '*-hotfix.json',
  '*.hotfix.json',
  'hotfix.json',
  'hotfixes.json',
] as const;

/** Of these, the names that no other file has: the others need to look like a config too. */
export const certainNames: readonly string[] = configNames.slice(0, 2);

/** Whether a path can be that of a manifest of Kubernetes. Git's file system in VS Code may append `.git`. */
export function isManifestPath(path: string): boolean {
  return /\.ya?ml(?:\.git)?$/i.test(path);
}

/** Whether a text can have a config in a ConfigMap. Most YAML files cannot, and are not parsed. */
export function mayHaveConfigs(text: { includes(part: string): boolean }): boolean {
  return text.includes('ConfigMap') && text.includes('hotfix');
}

/** Limits of the globs in a setting, because each file name in a workspace is matched against each glob. */
export const mostGlobs = 50;
export const longestGlob = 200;
export const mostWildcards = 10;
/** Globs with at most that many wildcards. */
export const plainGlob = new RegExp(`^[^*?{[]*(?:[*?{[][^*?{[]*){0,${mostWildcards}}$`);

/** The glob of config names as a glob of paths in a folder. One without a slash matches in every folder below it. */
export function pathGlob(written: string): string {
  const isAnchored = written.includes('/');
  return isAnchored ? written.replace(/^\.?\//, '') : `**/${written}`;
}

/** The file of project settings, for every editor and the command line. */
export const projectFileName = '.hotfixrc.json';

/** In AgentBaker's layout, the only config that gets into images, and the file with the scripts that it enables. */
export const embeddedConfigPath = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
export const payloadPath = 'parts/linux/cloud-init/nodecustomdata.yml';

/** The path or URI of the other of these two files; undefined for any other file. */
export function otherHalf(path: string): string | undefined {
  const swapped = (own: string, other: string) =>
    path.endsWith(`/${own}`) ? path.slice(0, -own.length) + other : undefined;
  return swapped(embeddedConfigPath, payloadPath) ?? swapped(payloadPath, embeddedConfigPath);
}

/** The folder that one of these two files is in, by its path or URI. */
export function layoutRootOf(path: string): string {
  const own = isPayloadPath(path) ? payloadPath : embeddedConfigPath;
  return path.slice(0, -own.length - 1);
}

export function isPayloadPath(path: string): boolean {
  return path.endsWith(`/${payloadPath}`);
}
