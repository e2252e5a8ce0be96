import * as vscode from 'vscode';
import { assert } from 'chai';
import { openBytes, clean, applyAction, codeAction, findingsOnce, replaceText, ruleIds, closeAllEditors } from './client-support.ts';
const utf8 = new TextEncoder().encode(clean);
const withMark = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]);
describe('zzstress', () => {
  for (let i = 0; i < 150; i++) it(`s${i}`, async () => {
    const document = await openBytes(`s${i}-hotfix.json`, withMark);
    const log: string[] = [];
    const d = vscode.workspace.onDidChangeTextDocument((e) => { if (e.document === document) log.push(`v${document.version} ${document.encoding} dirty=${document.isDirty} len=${document.getText().length} changes=${e.contentChanges.length}`); });
    const d2 = vscode.workspace.onDidSaveTextDocument((e) => { if (e === document) log.push('saved'); });
    const [finding] = await findingsOnce(document.uri, (f) => ruleIds(f).join() === 'json-syntax');
    await applyAction(await codeAction(document, finding!.range, 'Save as UTF-8'));
    log.push('fixed');
    await findingsOnce(document.uri, (f) => f.length === 0);
    log.push('none');
    await replaceText(document, `${clean}\n`);
    log.push('edited');
    const saved = await document.save();
    log.push(`save=${saved} dirty=${document.isDirty} len=${document.getText().length}`);
    const n = (await vscode.workspace.fs.readFile(document.uri)).length;
    d.dispose(); d2.dispose(); await closeAllEditors();
    assert.equal(n, 56, log.join('\n'));
  });
});
