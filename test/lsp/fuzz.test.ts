import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documents } from '../support/documents.ts';
import { type ClientOptions, TestClient } from '../support/lsp-client.ts';
import { askable, faultOf } from '../support/replies.ts';
import { runs } from '../support/runs.ts';
import { change, folder, known, message, wrong } from './random-messages.ts';

const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }';
/** In milliseconds. An answer takes less than a hundredth of it. */
const patience = 300_000;

/** The answer or error of a request. A request without an answer is a failure. */
function settled<T>(answer: Promise<T>, what: string): Promise<T | Error> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer to ${what}`)), patience);
    answer.then(resolve, resolve).finally(() => clearTimeout(timer));
  });
}

let client: TestClient;
let documentsOpened = 0;
const nextUri = () => `${folder}/${documentsOpened++}-hotfix.json`;

/** Sends all requests of an editor about a position, and checks the answers. */
async function expectGoodAnswers(uri: string, text: string, offset: number): Promise<void> {
  const position = TextDocument.create('', '', 0, text).positionAt(offset);
  const range = { start: position, end: position };
  const context = { diagnostics: [], triggerKind: 1 };
  for (const method of askable) {
    const asked = client.connection.sendRequest(method, { textDocument: { uri }, position, range, context });
    expect(faultOf(method, await settled(asked, method), text)).toBeUndefined();
  }
}

/** Checks that the server still answers correctly. */
async function expectSanity(): Promise<void> {
  const uri = nextUri();
  await client.open(uri, mismatch);
  const found = await settled(client.rulesAt(uri), 'a document like any other');
  expect(found).toEqual(['base-mismatch']);
  await client.close(uri);
}

const edits = fc.array(fc.array(change, { maxLength: 4 }), { minLength: 1, maxLength: 5 });

/** Changes of a document, including ranges outside the text. */
function edited(text: string, { text: inserted, ...where }: TextDocumentContentChangeEvent): string {
  if (!('range' in where)) return inserted;
  const document = TextDocument.create('', '', 0, text);
  const [start, end] = [document.offsetAt(where.range.start), document.offsetAt(where.range.end)];
  return text.slice(0, Math.min(start, end)) + inserted + text.slice(Math.max(start, end));
}

const capabilities = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true }, workspaceFolders: true },
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

async function start(options: ClientOptions = {}): Promise<void> {
  client = await TestClient.start({ capabilities, folders: [folder], ...options });
}

describe('a document that is edited at random', () => {
  beforeAll(() => start());
  afterAll(() => client.stop());

  it("gets answers of the protocol's types, and the same findings as for a newly opened document", async () => {
    await fc.assert(
      fc.asyncProperty(documents, edits, fc.nat(), async (first, list, at) => {
        const [uri, again] = [nextUri(), nextUri()];
        let text = first;
        await client.open(uri, text);
        for (const changes of list) {
          text = changes.reduce(edited, text);
          await client.change(uri, ...changes);
          await expectGoodAnswers(uri, text, at % (text.length + 1));
        }
        await client.open(again, text);
        const fresh = JSON.stringify(await client.pull(again)).replaceAll(again, uri);
        expect(await client.pull(uri)).toEqual(JSON.parse(fresh));
        await client.close(uri);
        await client.close(again);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('a client that sends anything', () => {
  beforeAll(() => start());
  afterAll(() => client.stop());

  it('is answered without an internal error, and other documents still work', async () => {
    await client.open(known, mismatch);
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 20 }), async (messages) => {
        const answers = messages.map(({ kind, method, params }) =>
          kind === 'request'
            ? settled(client.connection.sendRequest(method, params), method)
            : client.connection.sendNotification(method, params),
        );
        for (const answer of await Promise.all(answers)) {
          if (answer instanceof ResponseError)
            expect(answer.code, String(answer)).not.toBe(ErrorCodes.InternalError);
        }
        await expectSanity();
      }),
      { numRuns: runs(100) },
    );
  });
});

/** The data of a code action, with parts that are missing, of another type, or wrapped in a list. */
const sentBack = fc.record(
  {
    uri: nearly(known),
    version: fc.oneof(nearly(1), nearly('202604.01.3')),
    kind: fc.oneof(...['quickfix', 'refactor.rewrite', 'source.fixAll.hotfix'].map(nearly)),
    start: nearly(0),
    end: nearly(mismatch.length),
    index: nearly(0),
    role: fc.oneof(...['entry', 'pointer', 'scripts'].map(nearly)),
  },
  { requiredKeys: ['uri', 'version'] },
);

function nearly(right: string | number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constant([right]) },
    { weight: 1, arbitrary: wrong },
  );
}

describe('a client that sends back another thing than it was offered', () => {
  const resolving = ['codeAction/resolve', 'completionItem/resolve'] as const;
  beforeAll(async () => {
    await start();
    await client.open(known, mismatch);
  });
  afterAll(() => client.stop());

  it('gets an error about the request or an unchanged action, never an internal error', async () => {
    const offers = fc.oneof(
      { weight: 4, arbitrary: fc.record({ title: fc.constant(''), label: fc.constant(''), data: sentBack }) },
      { weight: 1, arbitrary: wrong },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...resolving), offers, async (method, offer) => {
        const answer = await settled(client.connection.sendRequest(method, offer), method);
        if (!(answer instanceof Error)) return;
        const expected: number[] = [ErrorCodes.InvalidParams, LSPErrorCodes.ContentModified];
        expect(expected, String(answer)).toContain(answer instanceof ResponseError ? answer.code : undefined);
      }),
      { numRuns: runs(400) },
    );
  });
});

describe('files and settings of any kind', () => {
  const json = fc.oneof(
    fc.json({ maxDepth: 3 }),
    documents,
    fc.string({ unit: 'binary' }),
    fc
      .record(
        { rules: wrong, files: fc.array(wrong), bakedVersions: fc.array(wrong), extra: wrong },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
    fc.record({ version: wrong }).map((value) => JSON.stringify(value)),
  );
  const names = fc.constantFrom(
    '.hotfixrc.json',
    'pkg/agent/datamodel/linux_sig_version.json',
    'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd/202604.01.0.txt',
    'vhdbuilder/release-notes/%zz/202604.01.0.txt',
    'vhdbuilder/release-notes/202604.01.99999999999999999999999.txt',
    'vhdbuilder/release-notes/](command:x)/`<b>/202605.30.1.txt',
  );

  it('reduce the answers, but neither end nor stop the server', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(names, json),
        wrong,
        documents,
        fc.nat(),
        async (files, setting, text, at) => {
          const byUri = new Map(
            Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]),
          );
          await start({ files: byUri, settings: () => setting });
          await client.open(known, text);
          await expectGoodAnswers(known, text, at % (text.length + 1));
          await client.changeFile(`${folder}/.hotfixrc.json`);
          await expectGoodAnswers(known, text, 0);
          await client.stop();
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
