import { assert } from 'chai';
import * as vscode from 'vscode';
import history from '../../agentbaker/hotfix-config-history.jsonl';
import { closeAllEditors, findingsOnce, statusOnce } from './client-support.ts';
import { openText } from './support.ts';

interface CommittedConfig {
  readonly commit: string;
  readonly date: string;
  readonly path: string;
  readonly text: string;
}

const committed = history
  .trimEnd()
  .split('\n')
  .map((line): CommittedConfig => JSON.parse(line));

/** What a user would have seen. `retired-base` depends on the day and is off in tests. */
const findings: Readonly<Record<string, readonly string[]>> = {
  '{}': ['no-hotfix'],
  '{"version":"202504.27.0"}': ['never-upgrades'],
};

function rulesOf(found: readonly vscode.Diagnostic[]): unknown[] {
  return found.map(({ code }) => (typeof code === 'object' ? code.value : code));
}

describe('A config that was once committed upstream', () => {
  // Once: a change of this setting makes the server register its documents again.
  before(() =>
    vscode.workspace
      .getConfiguration()
      .update('hotfixConfig.files', ['hotfix/anc-hotfix-version.json'], vscode.ConfigurationTarget.Workspace),
  );
  afterEach(() => closeAllEditors());

  for (const { commit, date, path, text } of committed) {
    it(`shows what nodes made of it: ${date} ${commit}`, async () => {
      const expected = findings[JSON.stringify(JSON.parse(text))] ?? [];
      const document = await openText(path, text);
      // Without a finding, only the status shows that it was checked.
      await statusOnce((status) => status?.text.startsWith('Nodes can read this file') === true);
      // A file with the same name may have been closed just now. Its findings do not count.
      const found = await findingsOnce(document.uri, (all) => rulesOf(all).join() === expected.join());
      assert.isTrue(found.every(({ source }) => source === 'hotfix'));
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    });
  }
});
