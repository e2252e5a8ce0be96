export const notInstalled = 'git is not installed';
const noRepository = 'this folder is in no git repository';

export function tookTooLong(milliseconds: number): string {
  return `git did not answer within ${milliseconds / 1000} s; look for a pipe in the place of a file such as .gitignore, or set HOTFIX_CONFIG_GIT_TIMEOUT to more seconds`;
}

/** Why git did not answer, with what to do where that is known. */
export function whyNoAnswer({ err }: { readonly err: string }): string {
  const [, foreign] = /dubious ownership in repository at '(.*)'/.exec(err) ?? [];
  if (foreign !== undefined)
    return `git does not trust a repository of somebody else; if you do, "git config --global --add safe.directory ${inShell(foreign)}"`;
  if (/not a git repository/.test(err)) return noRepository;
  if (err === notInstalled) return `${err}; install it, or name a file`;
  return lacksContent(err) ? lackedContent(err) : err;
}

/** A word that a shell takes as it is. */
function inShell(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A partial clone has the names of contents that it does not have. */
export function lacksContent(said: string): boolean {
  return /lazy fetching|promisor remote|could not fetch|unable to read|bad object|bad file$|missing$/.test(
    said,
  );
}

export function lackedContent(said: string): string {
  return `git lacks a content (${said}); where this is a partial clone, fetch it whole: "git fetch --refetch --no-filter"`;
}
