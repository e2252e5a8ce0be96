import { assert } from 'chai';
import * as vscode from 'vscode';
import { encodingOf } from '../../../client/src/byte-order-mark.ts';
import {
  applyAction,
  clean,
  closeAllEditors,
  codeAction,
  fileText,
  findingsOnce,
  memoryFiles,
  openBytes,
  openText,
  replaceText,
  ruleIds,
  show,
} from './client-support.ts';

const utf8 = new TextEncoder().encode(clean);
const withMark = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]);
const utf16 = new Uint8Array([0xff, 0xfe, ...[...utf8].flatMap((byte) => [byte, 0])]);

const unreadable = (found: readonly vscode.Diagnostic[]) => ruleIds(found).join() === 'json-syntax';
const none = (found: readonly vscode.Diagnostic[]) => found.length === 0;

async function saveAsUtf8(document: vscode.TextDocument): Promise<void> {
  const [finding] = await findingsOnce(document.uri, unreadable);
  assert.isDefined(finding);
  await applyAction(await codeAction(document, finding.range, 'Save as UTF-8'));
  await findingsOnce(document.uri, none);
}

describe('A config that only an editor can read', () => {
  afterEach(() => closeAllEditors());

  for (const [what, bytes] of [
    ['a byte-order mark', withMark],
    ['UTF-16', utf16],
  ] as const) {
    it(`is found when it is saved with ${what}, and saved as UTF-8 by the fix`, async () => {
      const document = await openBytes(`${what.replaceAll(' ', '-')}-hotfix.json`, bytes);
      await saveAsUtf8(document);
      assert.deepEqual([...(await vscode.workspace.fs.readFile(document.uri))], [...utf8]);
      assert.equal(document.encoding, 'utf8');
      assert.isFalse(document.isDirty);
    });
  }

  it('keeps unsaved edits when it is saved as UTF-8', async () => {
    const document = await openBytes('edited-hotfix.json', withMark);
    const edited = clean.replace('01.3', '01.4');
    await findingsOnce(document.uri, unreadable);
    await replaceText(document, edited);
    await saveAsUtf8(document);
    assert.equal(document.getText(), edited);
    assert.equal(await fileText(document.uri), edited);
  });

  it('loses its byte-order mark when it is saved, if saving normalizes it', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { 'source.fixAll.hotfix': 'explicit' }, true);
    try {
      const document = await openBytes('saved-hotfix.json', withMark);
      await findingsOnce(document.uri, unreadable);
      await replaceText(document, clean.replace('01.3', '1.03'));
      await findingsOnce(document.uri, (found) => found.length === 2);
      await document.save();
      await findingsOnce(document.uri, none);
      assert.deepEqual([...(await vscode.workspace.fs.readFile(document.uri))], [...utf8]);
    } finally {
      await settings.update('codeActionsOnSave', undefined, true);
    }
  });

  it('stays UTF-8 when it is edited and saved afterwards, also in a file system without change events', async () => {
    const registration = vscode.workspace.registerFileSystemProvider('memory', memoryFiles(withMark));
    try {
      const document = await show(vscode.Uri.from({ scheme: 'memory', path: '/fleet-hotfix.json' }));
      await saveAsUtf8(document);
      assert.equal(document.encoding, 'utf8');
      await replaceText(document, `${clean}\n`);
      await document.save();
      assert.deepEqual([...(await vscode.workspace.fs.readFile(document.uri))], [...utf8, 0x0a]);
      await closeAllEditors();
    } finally {
      registration.dispose();
    }
  });

  it('is found as soon as an open one changes its encoding', async () => {
    const { uri } = await openText('reopened-hotfix.json', clean);
    await vscode.workspace.fs.writeFile(uri, withMark);
    await vscode.workspace.openTextDocument(uri, { encoding: 'utf8bom' });
    await findingsOnce(uri, unreadable);
  });
});

// For editors that do not report the encoding of a document.
describe('The first bytes of a file', () => {
  for (const [encoding, bytes] of [
    ['utf8bom', withMark],
    ['utf16le', utf16],
    ['utf16be', new Uint8Array([0xfe, 0xff, 0, 0x7b])],
    ['utf8', utf8],
    ['utf8', new Uint8Array()],
  ] as const) {
    it(`show ${encoding} in ${bytes.length} of them`, () => {
      assert.equal(encodingOf(bytes), encoding);
    });
  }
});
