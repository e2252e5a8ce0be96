import { append, withoutCommands } from './runner.mjs';

/** GitHub takes 1 MiB of a step. */
const mostCharacters = 250_000;

/** Says in the job's summary what was found and, config by config, for which baked versions nodes do another thing. */
export function writeSummary({ found, baseline, changes, compare }) {
  const parts = ['## Hotfix configs', `Found: ${found}.`, introduction(baseline, changes)];
  let length = 0;
  for (const [i, change] of (changes ?? []).entries()) {
    const part = section(change, compare(change));
    length += part.length;
    if (length > mostCharacters) {
      parts.push(`${changes.length - i} more have changed; the summary has no room for them.`);
      break;
    }
    parts.push(part);
  }
  append('GITHUB_STEP_SUMMARY', withoutCommands(`${parts.join('\n\n')}\n`));
}

/** "1 error, 2 warnings": as many as GitHub's code scanning tells apart. */
export function countFindings(sarif) {
  const results = JSON.parse(sarif).runs.flatMap((run) => run.results);
  const counts = ['error', 'warning', 'note'].flatMap((level) => {
    const count = results.filter((result) => result.level === level).length;
    return count === 0 ? [] : [`${count} ${level}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ') || 'nothing';
}

function introduction(baseline, changes) {
  if (!changes)
    return 'What nodes lose or gain is not shown: there is no baseline. A pull request has one; elsewhere name one in `baseline`.';
  if (changes.length === 0) return `No config differs from ${code(short(baseline))}.`;
  return `What nodes do otherwise than under ${code(short(baseline))}:`;
}

function short(baseline) {
  return /^[0-9a-f]{40,64}$/.test(baseline) ? baseline.slice(0, 12) : baseline;
}

function section({ file, what, from }, { status, stdout, stderr }) {
  const happened = what === 'moved' ? `moved from ${code(from)}` : what;
  const notes = stderr.trim() === '' ? '' : `\n\n${code(stderr.trim())}`;
  const table = status === 0 ? stdout.trim() : 'The two could not be compared:';
  return `### ${code(file)}, ${happened}\n\n${table}${notes}`;
}

/** As code, whatever is in it: nothing from a file is markup. */
function code(text) {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}
