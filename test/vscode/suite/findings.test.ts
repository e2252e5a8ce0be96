import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  applyAction,
  closeAllEditors,
  codeAction,
  fileText,
  findingsOnce,
  openText,
  replaceText,
} from './support.ts';

const faulty = '{\n  "hotfixes": {\n    "202604.01": "v202604.01.3"\n  }\n}\n';
const clean = faulty.replace('"v', '"');

describe('A hotfix config in an editor', () => {
  afterEach(() => closeAllEditors());

  it('gets a finding at the value that is wrong', async () => {
    const document = await openText('finding-hotfix.json', faulty);
    const [finding] = await findingsOnce(document.uri, (found) => found.length === 1);
    assert.equal(document.getText(finding?.range), 'v202604.01.3');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
  });

  it('loses the finding when the value is corrected by hand', async () => {
    const document = await openText('typed-hotfix.json', faulty);
    await findingsOnce(document.uri, (found) => found.length === 1);
    await replaceText(document, clean);
    await findingsOnce(document.uri, (found) => found.length === 0);
  });

  it('is repaired by the quick fix, on disk too once it is saved', async () => {
    const document = await openText('fixed-hotfix.json', faulty);
    const [finding] = await findingsOnce(document.uri, (found) => found.length === 1);
    assert.isDefined(finding);
    await applyAction(await codeAction(document, finding.range, 'Change version to "202604.01.3"'));
    await findingsOnce(document.uri, (found) => found.length === 0);
    await document.save();
    assert.equal(await fileText(document.uri), clean);
  });
});
