import type { Generation } from '../../server/src/model/index.ts';
import type { Repository } from './repository.ts';

const files = [
  'aks-node-controller/selfupdate.go',
  'aks-node-controller/nodecustomdata.go',
  'aks-node-controller/hotfix.go',
  'aks-node-controller/checkhotfix_grpc.go',
  'packer.mk',
] as const;

/** What the controllers at some commits can do, from their code; undefined for a commit without a known image. */
export async function generationsAt(
  repository: Repository,
  commits: readonly string[],
): Promise<(Generation | undefined)[]> {
  const names = commits.flatMap((commit) => files.map((file) => `${commit}:${file}`));
  const texts = await repository.texts(names);
  return commits.map((_, i) => generationOf(texts.slice(i * files.length, (i + 1) * files.length)));
}

function generationOf([selfUpdate, customData, hotfix, grpc, build = '']: readonly (string | undefined)[]) {
  if (hotfix === undefined) {
    if (selfUpdate === undefined) return 'none';
    return customData === undefined ? undefined : 'selfupdate';
  }
  if (!hotfix.includes('json:"hotfixes')) return 'patch-only';
  if (!hotfix.includes('json:"scripts_version')) return 'map';
  // In double quotes, the outer shell replaces the variable in the recipe: the controller then reports "dev".
  const isStamped = build.includes('ANC_LDFLAGS="-X main.Version=');
  if (!isStamped) return undefined;
  return grpc === undefined ? 'stamped' : 'grpc';
}
