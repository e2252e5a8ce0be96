import { assert } from 'chai';
import type * as vscode from 'vscode';
import {
  applyAction,
  closeAllEditors,
  codeAction,
  findings,
  findingsOnce,
  hoverText,
  openText,
  positionOf,
  replaceText,
  ruleIds,
  statusOnce,
} from './client-support.ts';

const manifest = (version: string, kind = 'ConfigMap') => `apiVersion: v1
kind: ${kind}
metadata:
  name: live-patching
data:
  hotfixes.json: |
    {
      "hotfixes": {
        "202604.01": "${version}"
      }
    }
`;

const becomes = (document: vscode.TextDocument, rules: readonly string[]) =>
  findingsOnce(document.uri, (found) => String(ruleIds(found)) === String(rules));

describe('A ConfigMap with a hotfix config', () => {
  afterEach(() => closeAllEditors());

  it('has findings at their places, as it is edited', async () => {
    const document = await openText('deploy/map.yaml', manifest('v202604.01.3'));
    const [finding] = await becomes(document, ['malformed-version']);
    assert.equal(document.getText(finding?.range), 'v202604.01.3');
    await replaceText(document, `# moved\n${manifest('202604.1.3')}`);
    const [moved] = await findingsOnce(document.uri, ([first]) => first?.range.start.line === 9);
    assert.equal(document.getText(moved?.range), '202604.1.3');
  });

  it('is fixed with its own indentation', async () => {
    const document = await openText('deploy/fixed.yaml', manifest('v202604.01.3'));
    const [finding] = await becomes(document, ['malformed-version']);
    if (finding) await applyAction(await codeAction(document, finding.range, 'Change version'));
    assert.equal(document.getText(), manifest('202604.01.3'));
  });

  it('has hovers and a status', async () => {
    const document = await openText('deploy/hover.yaml', manifest('202604.01.3'));
    const status = await statusOnce((shown) => shown?.text !== undefined);
    assert.isOk(status);
    assert.include(await hoverText(document.uri, positionOf(document, '202604.01.3')), 'upgrades');
  });

  it('counts once it is saved as one', async () => {
    const document = await openText('deploy/typed.yaml', 'kind: Secret\n');
    await replaceText(document, manifest('v202604.01.3'));
    assert.isEmpty(findings(document.uri));
    await document.save();
    await becomes(document, ['malformed-version']);
  });
});
