import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { minimatch } from 'minimatch';
import { root } from '../../tools/editor/editions.ts';
import { bundleTest, windowsPath } from './bundle.ts';
import { home, prepare, runNode } from './wine.ts';

/** The exit status of a test suite that could not run. */
const notRun = 77;

const included = '{windows,cli,node,model,service}/**/*.test.ts,{seed,glob}.test.ts';
/** They need git, mocks of modules or many minutes, or delete a folder in which another process still runs. */
const left =
  '{cli/{baseline*,git-*,mcp*,payload,large-input,*vectors,nested-settings,diff*},service/linear}.test.ts';

/** Runs the tests that need no git with Node for Windows. Arguments are parts of paths of tests. */
async function main(parts: readonly string[]): Promise<number> {
  const problem = await prepare();
  if (problem) {
    console.error(`NOT RUN: ${problem}`);
    return notRun;
  }
  const folder = join(home, 'tests');
  mkdirSync(folder, { recursive: true });
  const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((test) => minimatch(test, `{${included}}`) && !minimatch(test, left))
    .filter((test) => parts.length === 0 || parts.some((part) => test.includes(part)))
    .sort();
  const failed: string[] = [];
  for (const test of tests) {
    const bundle = await bundleTest(join(root, 'test', test), folder);
    const { status, output } = runNode(['--test-reporter=spec', windowsPath(bundle)], root);
    const count = (what: string) => new RegExp(`^ℹ ${what} (\\d+)`, 'm').exec(output)?.[1] ?? '0';
    const isFine = status === 0 && (count('tests') !== '0' || count('suites') !== '0');
    const counts = ['pass', 'fail', 'skipped'].map((what) => `${count(what)} ${what}`).join(', ');
    console.log(`${isFine ? 'passed' : 'FAILED'}  ${test}: ${counts}`);
    if (isFine) continue;
    failed.push(test);
    console.log(output);
  }
  console.log(`${tests.length - failed.length} files passed, ${failed.length} failed`);
  for (const test of failed) console.log(`FAILED  ${test}`);
  return failed.length > 0 || tests.length === 0 ? 1 : 0;
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
