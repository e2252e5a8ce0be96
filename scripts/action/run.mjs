// What action.yml runs. It and the files beside it need nothing but Node: they run before anything is installed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fetchIfCutOff } from './baseline.mjs';
import { changedConfigs } from './changes.mjs';
import { commandLine, Unprepared } from './command-line.mjs';
import { readInputs } from './inputs.mjs';
import { annotate, append, setOutput } from './runner.mjs';
import { countFindings, writeSummary } from './summary.mjs';

const cannotWork = 3;

function main() {
  const inputs = readInputs();
  const cli = commandLine(inputs.version);
  const run = (args, input = '') => {
    const result = spawnSync(process.execPath, [cli, ...args], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (result.error) throw result.error;
    return { ...result, status: result.status ?? cannotWork };
  };
  fetchIfCutOff(inputs.baseline);

  const baseline = inputs.baseline ? [`--baseline=${inputs.baseline}`] : [];
  const check = (format) =>
    run([
      'check',
      ...inputs.args,
      `--format=${format}`,
      `--fail-on=${inputs.failOn}`,
      ...baseline,
      '--',
      ...inputs.paths,
    ]);

  const { status, stdout, stderr } = check('github');
  process.stdout.write(stdout);
  setOutput('exit-status', status);
  if (status > 1) {
    cannotCheck(stderr.trim(), inputs.baseline);
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
  const changes = inputs.baseline ? changedConfigs(configs, inputs.baseline) : undefined;
  const catalogue = inputs.args.filter((arg) => /^--baked(-from)?=/.test(arg));
  const compare = ({ before, after }) =>
    run(['diff', '--format=markdown', ...catalogue, '--', before, after]);
  writeSummary({ found, baseline: inputs.baseline, changes, compare });
  return status;
}

/** The names of all configs that were checked, those without a finding and those that are gone included. */
function configsIn(junit) {
  return [...junit.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) =>
    name.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
  );
}

function cannotCheck(message, baseline) {
  const isCutOff = baseline !== undefined && message.includes('shallow');
  const advice = isCutOff ? ' In a workflow: "fetch-depth: 0" among the inputs of actions/checkout.' : '';
  annotate('error', message + advice);
  append(
    'GITHUB_STEP_SUMMARY',
    `## Hotfix configs\n\nThe check could not be finished, see the log of this step.\n`,
  );
}

try {
  process.exitCode = main();
} catch (thrown) {
  // Never with 1: that says that there are findings.
  annotate('error', thrown instanceof Unprepared ? thrown.message : thrown.stack);
  setOutput('exit-status', cannotWork);
  process.exitCode = cannotWork;
}
