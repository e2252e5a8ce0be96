import { assert } from 'chai';
import * as vscode from 'vscode';
import { expectedHost, extensionId } from './support.ts';

declare const process: unknown;
declare const importScripts: unknown;

describe('The extension host', () => {
  it('is the one that this run is meant for', () => {
    const isWorker = typeof importScripts === 'function' && typeof process === 'undefined';
    assert.equal(isWorker ? 'web' : 'node', expectedHost);
  });

  it('has the packaged extension', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.isDefined(extension, `${extensionId} is not installed in this host`);
  });
});
