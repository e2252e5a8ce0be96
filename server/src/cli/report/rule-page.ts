/** The https address of the repository, in the build of a release. Others do not know it. */
declare const REPOSITORY_ADDRESS: string | undefined;
export const repository = typeof REPOSITORY_ADDRESS === 'undefined' ? undefined : REPOSITORY_ADDRESS;

/** The address of the page about a rule. */
export function rulePage(id: string): string | undefined {
  return repository === undefined ? undefined : `${repository}/blob/HEAD/docs/rules/${id}.md`;
}
