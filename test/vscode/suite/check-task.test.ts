import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  findingsOnce,
  ruleIds,
  until,
  withSetting,
  workspaceFolder,
} from './client-support.ts';

const folder = vscode.Uri.joinPath(workspaceFolder(), 'never-opened');
const written: vscode.Uri[] = [];

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  written.push(uri);
  return uri;
}

/** Runs the task as "Tasks: Run Task" does, and waits until it has ended. */
async function check(): Promise<void> {
  const [task] = await vscode.tasks.fetchTasks({ type: 'hotfix-config' });
  if (!task) throw new Error('There is no task that checks hotfix configs.');
  let hasEnded = false;
  const ending = vscode.tasks.onDidEndTask((event) => {
    if (event.execution.task.definition.type === 'hotfix-config') hasEnded = true;
  });
  await vscode.tasks.executeTask(task);
  await until('the end of the task', [vscode.tasks.onDidEndTask], () => (hasEnded ? true : undefined));
  ending.dispose();
}

describe('The task "hotfix-config: check"', () => {
  after(async () => {
    await closeAllEditors();
    for (const uri of written) await vscode.workspace.fs.delete(uri);
    for (const terminal of vscode.window.terminals) terminal.dispose();
  });

  it('finds faults in configs that are not open, and lists them in the Problems panel', async () => {
    const faulty = await write(
      'fleet-hotfix.json',
      '{\n  "hotfixes": {\n    "202604.01": "202605.30.1",\n    "202605.30": "202605.30.0"\n  }\n}\n',
    );
    const clean = await write('clean-hotfix.json', '{ "hotfixes": { "202604.01": "202604.01.3" } }\n');
    await check();
    const found = await findingsOnce(faulty, (all) => all.length === 2);
    assert.deepEqual(ruleIds(found), ['base-mismatch', 'never-upgrades']);
    assert.deepEqual(
      found.map(({ range, severity }) => [range.start.line, range.start.character, severity]),
      [
        [2, 18, vscode.DiagnosticSeverity.Error],
        [3, 28, vscode.DiagnosticSeverity.Warning],
      ],
    );
    assert.include(found[0]?.message, '"202605.30.1"');
    assert.isEmpty(vscode.languages.getDiagnostics(clean));
  });

  it('finds those in folders that the editor hides', async () => {
    const hidden = await write(
      'hidden/fleet-hotfix.json',
      '{ "hotfixes": { "202604.01": "202605.30.1" } }\n',
    );
    await withSetting('files.exclude', { '**/hidden': true }, async () => {
      await check();
      assert.deepEqual(ruleIds(await findingsOnce(hidden, (all) => all.length > 0)), ['base-mismatch']);
    });
  });
});
