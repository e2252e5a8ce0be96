// Loaded by start.cjs. The files in this folder need only Node, because they run before anything is installed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { baselineOf, withHistory } from './baseline.mjs';
import { changedConfigs, comparedCommit } from './changes.mjs';
import { commandLine, Unprepared } from './command-line.mjs';
import { repositoryOf } from './git.mjs';
import { readEvent, readInputs } from './inputs.mjs';
import { annotate, append, setOutput } from './runner.mjs';
import { countFindings, writeSummary } from './summary.mjs';

const cannotWork = 3;

function main() {
  const inputs = readInputs();
  const cli = commandLine(inputs.version);
  const run = (args, cwd = process.cwd()) => {
    const result = spawnSync(process.execPath, [cli, ...args], {
      input: '',
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (result.error) throw result.error;
    return { ...result, status: result.status ?? cannotWork };
  };
  const root = repositoryOf(inputs.paths[0] ?? '.');
  const named = inputs.baseline && withHistory(root, inputs.baseline);
  const baseline = named ?? baselineOf(readEvent(), root);
  const check = (format) =>
    run([
      'check',
      ...inputs.args,
      `--format=${format}`,
      `--fail-on=${inputs.failOn}`,
      ...(baseline ? [`--baseline=${baseline}`] : []),
      '--',
      ...inputs.paths,
    ]);

  const { status, stdout, stderr } = check('github');
  process.stdout.write(stdout);
  setOutput('exit-status', status);
  if (status > 1) {
    cannotCheck(stderr.trim(), baseline);
    return status;
  }
  process.stderr.write(stderr);

  const sarif = check('sarif').stdout;
  mkdirSync(path.dirname(inputs.sarifFile), { recursive: true });
  writeFileSync(inputs.sarifFile, sarif);
  setOutput('sarif-file', inputs.sarifFile);

  const configs = configsIn(check('junit').stdout);
  const found = `${countFindings(sarif)} in ${configs.length} config${configs.length === 1 ? '' : 's'}`;
  console.log(`hotfix-config: ${found}; exit status ${status}.`);
  const top = root ?? process.cwd();
  const commit = baseline ? comparedCommit(baseline, top) : undefined;
  const changes = baseline ? changedConfigs(configs, { baseline, commit, root: top }) : undefined;
  const catalogue = inputs.args
    .filter((arg) => /^--baked(-from)?=/.test(arg))
    .map((arg) => arg.replace(/^(--baked-from=)(.*)$/s, (_, flag, file) => flag + path.resolve(file)));
  const compare = ({ before, after }) =>
    run(['diff', '--format=markdown', ...catalogue, '--', before, after], top);
  writeSummary({ found, baseline: isHash(baseline) ? commit : baseline, changes, compare });
  return status;
}

function isHash(baseline) {
  return /^[0-9a-f]{40,64}$/.test(baseline ?? '');
}

/** The names of all checked configs, including those without findings and deleted ones. */
function configsIn(junit) {
  return [...junit.matchAll(/<testsuite name="([^"]*)"/g)]
    .map(([, name]) => name.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))))
    .filter((name) => !payload.test(name));
}

/** The scripts beside a config of AgentBaker. */
const payload = /(?:^|\/)parts\/linux\/cloud-init\/nodecustomdata\.yml$/;

function cannotCheck(message, baseline) {
  const isCutOff = baseline !== undefined && message.includes('shallow');
  const advice = isCutOff ? ' In a workflow, set "fetch-depth: 0" for actions/checkout.' : '';
  annotate('error', message + advice);
  append('GITHUB_STEP_SUMMARY', `## Hotfix configs\n\nThe check failed. See the log of this step.\n`);
}

try {
  process.exitCode = main();
} catch (thrown) {
  // Never 1, which means findings.
  annotate('error', thrown instanceof Unprepared ? thrown.message : thrown.stack);
  setOutput('exit-status', cannotWork);
  process.exitCode = cannotWork;
}
