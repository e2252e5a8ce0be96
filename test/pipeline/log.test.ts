import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandsIn, withoutAnnotations } from '../support/runner-log.ts';
import { Repository } from './repository.ts';
import { actionFolder, runAction } from './runner.ts';

const said = ['##vso[task.setvariable variable=a]b', '##[add-mask]x', '::add-mask::x', '##\u00ad[add-mask]x'];

let action: string;
beforeAll(() => {
  action = actionFolder();
});
afterAll(() => rmSync(action, { recursive: true }));

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

async function expectNoCommand(inputs: Record<string, string> = {}): Promise<void> {
  const { log, summary } = await runAction(inputs, { action, cwd: repository.folder });
  expect(log).not.toBe('');
  expect([commandsIn(withoutAnnotations(log)), commandsIn(summary)]).toEqual([[], []]);
}

describe('the log and the summary of the action hold no command but its annotations', () => {
  it('for any content of a config', async () => {
    repository.write('hotfix.json', '{}');
    const before = repository.commit('before');
    repository.write('hotfix.json', `{\n${said.join('\n')}\n}`);
    repository.write('b-hotfix.json', JSON.stringify({ version: `202604.01.1${said[0]}`, ...said }));
    await expectNoCommand({ baseline: before, args: '--baked=202604.01.0' });
  });

  it.skipIf(process.platform === 'win32')('for any name of a config', async () => {
    for (const name of said) repository.write(`${name}-hotfix.json`, '{}');
    const before = repository.commit('before');
    for (const name of said) {
      repository.write(`${name}-hotfix.json`, '{ "version": "202604.01.1" }');
      repository.write(`${name}/hotfix.json`, '{ "version": "202604.01" }');
    }
    await expectNoCommand({ baseline: before, args: '--baked=202604.01.0' });
  });

  it('for any invalid input', async () => {
    repository.write('hotfix.json', '{}');
    repository.commit('before');
    await expectNoCommand({ paths: said.join('\n') });
    for (const text of said.slice(0, 3)) await expectNoCommand({ baseline: text });
    for (const text of said) await expectNoCommand({ version: text });
  });
});
