// Does in Helix what a person would, in a terminal of tmux, and writes what there is to see into the file that RESULTS names.
// Arguments: the recipe, the config, and the command that starts Helix.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [recipe, config, ...command] = process.argv.slice(2);
const folder = path.dirname(config);
const piped = path.join(folder, 'piped');
const results = {};

const tmux = (...args) =>
  execFileSync('tmux', ['-S', path.join(folder, 'tmux'), '-f', '/dev/null', ...args], { encoding: 'utf8' });
const press = (...keys) => tmux('send-keys', ...keys);
const type = (text) => tmux('send-keys', '-l', text);
const screen = () => tmux('capture-pane', '-p').split('\n');

async function wait(what, met) {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(30)) {
    const answer = met();
    if (answer) return answer;
  }
  throw new Error(`waited too long for ${what}:\n${screen().join('\n')}`);
}

/** The selected text. */
async function selected() {
  rmSync(piped, { force: true });
  type(`:pipe-to cat > ${piped}.new; mv ${piped}.new ${piped}`);
  press('Enter');
  await wait('the selected text', () => existsSync(piped));
  return readFileSync(piped, 'utf8');
}

async function text() {
  type('%');
  return selected();
}

async function go(part) {
  type('gg');
  type(`/${part.replaceAll('.', '\\.')}`);
  press('Enter');
}

/** The rows of the list of findings, with the first one selected. */
async function openList() {
  type(' d');
  const row = /│ [> ] (?:ERROR|WARN|INFO|HINT) +(\S+) +(.*?) *│/;
  const rows = await wait('the list', () => {
    const lines = screen();
    const all = lines.map((line) => row.exec(line)).filter((match) => match);
    const count = lines.map((line) => / (\d+)\/\1 │/.exec(line)?.[1]).find((found) => found);
    return Number(count) === all.length && all.length > 0 && all;
  });
  return rows.map(([, rule, message]) => ({ rule, message }));
}

async function findings() {
  const all = await openList();
  const marked = [];
  for (const index of all.keys()) {
    if (index > 0) await openList();
    for (let row = 0; row < index; row += 1) press('Down');
    press('Enter');
    marked.push({ ...all[index], marked: await selected() });
  }
  return marked;
}

/** Opens the menu of actions at a text and chooses one of them. */
async function act(part, title) {
  const before = await text();
  await go(part);
  type(' a');
  const titles = await wait('the menu', () => {
    const found = screen().flatMap(
      (line) => line.match(/(?:Change version|Sort entries|Normalize entries)\b.*?(?= {2}|$)/g) ?? [],
    );
    return found.includes(title) && found;
  });
  // The first row is selected.
  for (let row = 0; row < titles.indexOf(title); row += 1) press('Down');
  press('Enter');
  for (;;) {
    const after = await text();
    if (after !== before) return { titles, after };
  }
}

async function drive() {
  await wait('findings', () => screen().some((line) => line.startsWith('●')));
  results.findings = await findings();

  await go('202606.12');
  type(' k');
  results.hover = await wait('a hover', () => {
    const lines = screen();
    return lines.some((line) => line.includes('| 202606.12.0   |')) && lines.join('\n');
  });

  const repair = await act('202605.30.2', 'Change version to "202604.01.2"');
  results.offered = repair.titles;
  results.fixed = repair.after;
  let left = results.findings;
  while (left.length === results.findings.length) left = await findings();
  results.left = left;

  const normal = await act('202605.30.01', 'Normalize entries: apply all safe fixes');
  results.normal = normal.after;
  while ((await openList()).length > 1) press('C-c');
  press('C-c');

  await go('202606.12.1');
  type('A,');
  press('Enter');
  // One key after the other: Helix 25.01 can send two changes in the wrong order if they come at once.
  for (const typed of ['"', '"2', '"20', '"202', '"2026']) {
    type(typed.at(-1));
    await wait('what was typed', () => screen().some((line) => line.endsWith(`    ${typed}"`)));
  }
  press('C-x');
  results.completion = await wait('completion', () => {
    const rows = screen().flatMap((line) => line.match(/\d{6}\.\d\d +value/g) ?? []);
    return rows.length > 0 && rows.map((row) => row.replace(/ +value/, ''));
  });
  press('Tab', 'Enter', 'F12');
  results.completed = await text();
}

try {
  mkdirSync(path.join(folder, '.config/helix'), { recursive: true });
  // Escape and the next key would be one key, with Alt.
  writeFileSync(path.join(folder, '.config/helix/config.toml'), '[keys.insert]\nF12 = "normal_mode"\n');
  copyFileSync(recipe, path.join(folder, '.config/helix/languages.toml'));
  results.version = execFileSync(command[0], [...command.slice(1), '--version'], { encoding: 'utf8' }).trim();
  tmux('new-session', '-d', '-x', '400', '-y', '40', ...command, config);
  await drive();
} catch (error) {
  results.failure = error.message;
}
try {
  tmux('kill-server');
} catch {
  // It never started.
}
writeFileSync(process.env.RESULTS, JSON.stringify(results));
