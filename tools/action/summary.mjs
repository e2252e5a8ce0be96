import { append, withoutCommands } from './runner.mjs';

/** GitHub accepts 1 MiB per step. */
const mostCharacters = 250_000;

/** Writes the findings to the job summary and, for each config, the changes in node behavior. */
export function writeSummary({ found, baseline, changes, compare }) {
  const parts = ['## Hotfix configs', `Found: ${found}.`, introduction(baseline, changes)];
  let length = 0;
  for (const [i, change] of (changes ?? []).entries()) {
    const part = section(change, compare(change));
    length += part.length;
    if (length > mostCharacters) {
      parts.push(`${changes.length - i} more changed configs are not shown: the summary is full.`);
      break;
    }
    parts.push(part);
  }
  append('GITHUB_STEP_SUMMARY', withoutCommands(`${parts.join('\n\n')}\n`));
}

/** "1 error, 2 warnings", with the levels of GitHub's code scanning. */
export function countFindings(sarif) {
  const results = JSON.parse(sarif).runs.flatMap((run) => run.results);
  const counts = ['error', 'warning', 'note'].flatMap((level) => {
    const count = results.filter((result) => result.level === level).length;
    return count === 0 ? [] : [`${count} ${level}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ') || 'no findings';
}

function introduction(baseline, changes) {
  if (!changes)
    return 'No baseline, so changes in node behavior are not shown. Pull requests have a baseline; otherwise set the input `baseline`.';
  if (changes.length === 0) return `No config differs from ${code(short(baseline))}.`;
  return `Changes in node behavior since ${code(short(baseline))}:`;
}

function short(baseline) {
  return /^[0-9a-f]{40,64}$/.test(baseline) ? baseline.slice(0, 12) : baseline;
}

function section({ file, what, from }, { status, stdout, stderr }) {
  const happened = what === 'moved' ? `moved from ${code(from)}` : what;
  const notes = stderr.trim() === '' ? '' : `\n\n${code(stderr.trim())}`;
  const table = status === 0 ? stdout.trim() : 'Comparison failed:';
  return `### ${code(file)}, ${happened}\n\n${table}${notes}`;
}

/** Formats text as code, so that text from a file is not markup. */
function code(text) {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}
