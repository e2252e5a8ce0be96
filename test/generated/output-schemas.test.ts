import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { hotfixConfigHere, withRecord } from '../support/cli.ts';
import { readMarked } from '../support/markers.ts';

const root = join(import.meta.dirname, '../..');

function validator(name: string): ValidateFunction {
  const schema: object = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8'));
  return new Ajv({ strict: true }).compile(schema);
}

/** What is printed fits the schema, and would not with a field less or one more. */
function expectToFit(validate: ValidateFunction, printed: string): Record<string, unknown>[] {
  const output: Record<string, unknown>[] = JSON.parse(printed);
  validate(output);
  expect(validate.errors).toBeNull();
  const [first = {}] = output;
  expect(validate([{ ...first, more: 1 }])).toBe(false);
  for (const name of Object.keys(first)) {
    const { [name]: _, ...less } = first;
    expect(validate([less]), `without "${name}"`).toBe(false);
  }
  return output;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
  const examples = rules.flatMap((rule) => rule.examples.map(({ before }) => readMarked(before).text));
  for (const [i, text] of examples.entries()) writeFileSync(join(folder, `example-${i}-hotfix.json`), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const json = async (...args: string[]) =>
  (await hotfixConfigHere([...args, '--format', 'json'], { cwd: folder, files: withRecord })).out;

describe('the schema of what is printed for programs by', () => {
  it('check fits the findings in the examples of the rules', async () => {
    const output = expectToFit(validator('check-output'), await json('check', '.', '--today', '2026-08-01'));
    expect(new Set(output.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(14);
  });

  it('explain fits files that nodes can read, and others', async () => {
    const files = ['example-0-hotfix.json', 'legacy-hotfix.json', 'map-hotfix.json'];
    writeFileSync(join(folder, 'legacy-hotfix.json'), '{ "version": "202604.01.3" }');
    writeFileSync(join(folder, 'map-hotfix.json'), '{ "hotfixes": { "202604.01": "202604.01.3" } }');
    const printed = await json('explain', ...files, '--baked', '202604.01.0', '--baked=', '--baked', 'dev');
    const output = expectToFit(validator('explain-output'), printed);
    expect(output.map(({ readable }) => readable)).toEqual([false, true, true]);
  });

  it('diff fits upgrades that come, change and go', async () => {
    writeFileSync(
      join(folder, 'old.json'),
      '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
    );
    writeFileSync(
      join(folder, 'new.json'),
      '{ "hotfixes": { "202604.01": "202604.01.4" }, "scripts_version": "202605.30.1" }',
    );
    const output = expectToFit(validator('diff-output'), await json('diff', 'old.json', 'new.json'));
    expect(output.map(({ what, before, after }) => [what, before === null, after === null])).toEqual(
      expect.arrayContaining([
        ['binary', false, false],
        ['binary', false, true],
        ['scripts', true, false],
      ]),
    );
  });

  it('diff fits the changed configs of a repository', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
        cwd: folder,
      });
    writeFileSync(join(folder, 'a-hotfix.json'), '{ "version": "202604.01.3" }');
    writeFileSync(join(folder, 'moved-hotfix.json'), '{ "version": "202604.01.3" }');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    writeFileSync(join(folder, 'a-hotfix.json'), '{ "version": "202604.01.2" }');
    writeFileSync(join(folder, 'broken-hotfix.json'), '{');
    const output = expectToFit(validator('diff-repository-output'), await json('diff', 'HEAD'));
    expect(output.map(({ file, status, unreadable }) => [file, status, unreadable])).toEqual([
      ['a-hotfix.json', 'changed', undefined],
      ['broken-hotfix.json', 'new', ['after']],
    ]);
    expect(output.map(({ differences }) => Array.isArray(differences) && differences.length > 0)).toEqual([
      true,
      false,
    ]);
  });

  it.each(['check', 'explain', 'diff', 'diff-repository'])('%s takes an empty list', (command) => {
    expect(validator(`${command}-output`)([])).toBe(true);
  });
});
