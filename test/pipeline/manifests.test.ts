import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configNames, payloadPath } from '../../server/src/names.ts';
import { isConfigPath } from '../../server/src/service/settings/names.ts';
import { runs } from '../support/runs.ts';
import { type Action, actionFolder, bash, readYaml, root, runAction } from './runner.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly WorkflowStep[] }>>;
}

interface WorkflowStep {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

describe('action.yml', () => {
  const { inputs, outputs, runs } = readYaml<Action>('action.yml');
  const step = runs.steps.find(({ run }) => run !== undefined);

  it('passes every input through the environment, and pastes none into a script', () => {
    const inEnvironment = Object.values(step?.env ?? {});
    const used = runs.steps.flatMap(({ uses, with: given }) => (uses ? Object.values(given ?? {}) : []));
    for (const name of Object.keys(inputs))
      expect([...inEnvironment, ...used]).toContain(`\${{ inputs.${name} }}`);
    expect(inEnvironment).toHaveLength(Object.keys(inputs).length - 1);
    expect(runs.steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('gives the token of the job only to the step that comments, which is off by default', () => {
    const withToken = runs.steps.filter((one) => JSON.stringify(one).includes('github.token'));
    expect(withToken).toEqual([
      expect.objectContaining({ run: expect.stringMatching(/start\.cjs" comment$/) }),
    ]);
    expect(withToken[0]?.if).toContain("inputs.comment == 'true'");
    expect(inputs['comment']?.default).toBe('false');
    expect(JSON.stringify(runs.steps)).not.toContain('secrets.');
  });

  it('describes itself, its inputs and its outputs', () => {
    for (const { description } of [...Object.values(inputs), ...Object.values(outputs)])
      expect(description.trim()).not.toBe('');
    expect(runs.using).toBe('composite');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = readYaml<readonly Hook[]>('.pre-commit-hooks.yaml');

  it('runs a script of the repository, which has all that it needs', () => {
    for (const { language, entry } of hooks) {
      expect(language).toBe('script');
      expect(statSync(join(root, entry.split(' ')[0] ?? '')).mode & 0o111).toBe(0o111);
    }
  });

  it.each(hooks)('$id selects the files with names of configs', ({ files }) => {
    const pattern = new RegExp(files);
    const names = configNames.flatMap((name) => [
      name,
      name.replace('*', 'a'),
      name.replace('*', '.a'),
      name.replace('*', ''),
      `${name}.git`,
      `x${name}`,
    ]);
    for (const name of [
      ...names,
      'hotfix.jsonl',
      'ahotfix.json',
      'Hotfix.json',
      '.hotfixrc.json',
      'hotfix',
    ]) {
      for (const path of [name, `parts/${name}`, `.github/${name}`])
        expect([path, pattern.test(path)]).toEqual([
          path,
          isConfigPath(`/${path}`, []) && !path.endsWith('.git'),
        ]);
    }
    const pieces = fc.constantFrom(
      'hotfix',
      'hotfixes',
      '-',
      '.',
      'json',
      '.json',
      'a',
      '/',
      'aks-node-controller',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
        const path = parts.join('');
        expect(pattern.test(path)).toBe(isConfigPath(path, []));
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('checks the scripts beside the config of AgentBaker too, which it does not fix', () => {
    const selecting = hooks.filter(({ files }) => new RegExp(files).test(`copy/${payloadPath}`));
    expect(selecting.map(({ id }) => id)).toEqual(['hotfix-config-check']);
  });

  it('checks and fixes the files that it is given', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hooks-'));
    try {
      writeFileSync(join(folder, 'a-hotfix.json'), '{ "version": "v202604.01.3" }');
      writeFileSync(join(folder, 'b-hotfix.json'), '{ "version": "202604.01" }');
      const results = hooks.map(({ entry }) => {
        const [script = '', ...args] = entry.split(' ');
        // A clone has the script and the bundle, and no packages.
        const clone = actionFolder();
        const { status, stdout: out } = spawnSync(
          join(clone, script),
          [...args, 'a-hotfix.json', 'b-hotfix.json'],
          { cwd: folder, encoding: 'utf8' },
        );
        rmSync(clone, { recursive: true });
        return { status, out };
      });
      const [check, fix] = results;
      expect([check?.status, check?.out]).toEqual([1, expect.stringContaining('error empty-patch')]);
      expect([fix?.status, fix?.out]).toEqual([0, 'fixed a-hotfix.json\n']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the job of the workflow that uses the action', () => {
  const { jobs } = readYaml<Workflow>('.github/workflows/ci.yml');
  const steps = jobs['action']?.steps ?? [];
  let folder: string;
  let action: string;
  beforeAll(() => {
    action = actionFolder();
    folder = mkdtempSync(join(tmpdir(), 'examples-'));
    cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  });
  afterAll(() => {
    for (const made of [action, folder]) rmSync(made, { recursive: true });
  });

  it('expects 1 for the faulty example and 0 for the clean one, which is what they end with', async () => {
    const values = new Map<string, string>();
    for (const { id, with: inputs = {}, ...step } of steps.filter(({ uses }) => uses === './')) {
      const { status, sarif } = await runAction(inputs, { action, cwd: folder });
      // The job continues after a failure.
      expect([id, status, step['continue-on-error']]).toEqual([id, id === 'faulty' ? 1 : 0, true]);
      writeFileSync(join(folder, `${id}.sarif`), JSON.stringify(sarif, null, 2));
      values.set(`steps.${id}.outcome`, status === 0 ? 'success' : 'failure');
      values.set(`steps.${id}.outputs.exit-status`, String(status));
      values.set(`steps.${id}.outputs.sarif-file`, `${id}.sarif`);
    }
    const last = steps.at(-1);
    const runLast = () => {
      const env = Object.entries(last?.env ?? {}).map(([name, text]) => [
        name,
        text.replace(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => values.get(expression) ?? ''),
      ]);
      return bash(last?.run ?? '', folder, { ...process.env, ...Object.fromEntries(env) });
    };
    expect(await runLast()).toMatchObject({ status: 0 });
    values.set('steps.clean.outputs.exit-status', '1');
    expect(await runLast()).toMatchObject({ status: 1 });
  });
});
