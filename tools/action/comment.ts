import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Comment, Comments, Refused } from './comments.ts';
import { readEvent } from './event.ts';
import { annotate, say } from './runner.ts';

/** The first line of the comment, invisible on the page. A job with two checks has two comments. */
export function markerOf(workingDirectory: string, paths: readonly string[]): string {
  const id = createHash('sha256')
    .update(JSON.stringify([workingDirectory, paths]))
    .digest('hex')
    .slice(0, 16);
  return `<!-- hotfix-config ${id} -->`;
}

/** Updates the comment on the pull request, or creates it. It never fails the job. */
export async function comment(): Promise<void> {
  const { COMMENT_FILE: file, COMMENT_IS_NEW: isNew, GITHUB_REPOSITORY: repository = '' } = process.env;
  const { number } = readEvent().pull_request ?? {};
  if (!Number.isSafeInteger(number) || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    return say('hotfix-config: no pull request, so no comment.');
  try {
    const body = readFileSync(file ?? '', 'utf8');
    const comments = new Comments(repository, Number(number));
    const old = await comments.find((known) => isOurs(known, body.split('\n', 1)[0] ?? ''));
    if (old) {
      if (old.body !== body) await comments.update(old.id, body);
    } else if (isNew === 'true') await comments.create(body);
  } catch (thrown) {
    annotate(
      'warning',
      `cannot comment on the pull request: ${thrown instanceof Refused ? thrown.message : thrown}`,
    );
  }
}

/** Anyone can write a comment with the marker. Only the token of a job writes as this user. */
function isOurs({ body, user }: Comment, marker: string): boolean {
  return user?.login === 'github-actions[bot]' && (body ?? '').startsWith(marker);
}
