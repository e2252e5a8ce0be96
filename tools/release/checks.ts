import { addressVariable } from './address.ts';
import type { Section } from './changelog.ts';

/** The state that decides about a release. */
export interface ReleaseState {
  readonly extension: { readonly version: string };
  readonly server: { readonly version: string };
  readonly changelog: readonly Section[];
  readonly branch: string;
  /** Paths with uncommitted changes. */
  readonly changed: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly nodeMajor: number;
}

/** The publishers, and the access that each needs. */
export const tokens = { VSCE_PAT: 'the Marketplace', OVSX_PAT: 'Open VSX', NODE_AUTH_TOKEN: 'npm' } as const;
export type Token = keyof typeof tokens;

/** The problems of the tree. They prevent a release and a rehearsal. */
export function faultsOf({ extension, server, changelog }: ReleaseState): string[] {
  const [unreleased] = changelog.filter(({ version }) => version === 'Unreleased');
  const [newest] = changelog.filter(({ version }) => version !== 'Unreleased');
  const { version } = extension;
  return [
    newest?.version !== version &&
      `package.json is of version ${version}, and the newest section of CHANGELOG.md is ${newest ? `[${newest.version}]` : 'missing'}: make them agree.`,
    newest?.notes === '' && `CHANGELOG.md says nothing about ${newest.version}: write what is new.`,
    unreleased &&
      unreleased.notes !== '' &&
      `CHANGELOG.md has changes under [Unreleased]: move them into the section of ${version}.`,
    server.version !== version &&
      `server/package.json is of version ${server.version}, and package.json of ${version}: make them agree.`,
  ].filter((fault) => typeof fault === 'string');
}

/** The problems that prevent a release from here and now. */
export function hindrancesOf({ branch, changed, env, nodeMajor }: ReleaseState): string[] {
  const missing = Object.entries(tokens).filter(([name]) => !env[name]);
  return [
    branch !== 'main' && `${branch ? `On branch "${branch}"` : 'Not on a branch'}: release from main.`,
    changed.length > 0 && `Uncommitted changes: ${someOf(changed)}.`,
    !env[addressVariable] &&
      `${addressVariable} is not set: without the address of the repository, the pictures and links of README.md would be broken on the Marketplace and on Open VSX.`,
    nodeMajor < 22 && `vsce and ovsx need Node 22 or later, not Node ${nodeMajor}.`,
    ...missing.map(([name, of]) => `${name} is not set: ${of} needs it.`),
  ].filter((hindrance) => typeof hindrance === 'string');
}

function someOf(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(', ');
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}
