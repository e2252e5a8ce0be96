import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from '../support/lsp-client.ts';
import { manifests } from '../support/random-manifests.ts';
import { askable, faultOf } from '../support/replies.ts';
import { runs } from '../support/runs.ts';

let client: TestClient;
let opened = 0;
const nextUri = () => `file:///repo/${opened++}.yaml`;
const positionIn = (text: string, offset: number) =>
  TextDocument.create('', '', 0, text).positionAt(offset % (text.length + 1));

beforeAll(async () => {
  client = await TestClient.start();
});
afterAll(() => client.stop());

/** Findings of a text that is opened for the first time. */
async function afresh(text: string): Promise<unknown> {
  const uri = nextUri();
  await client.open(uri, text, 'yaml');
  const found = await client.pull(uri);
  await client.close(uri);
  return found.map(({ code, range, message }) => ({ code, range, message }));
}

const edits = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 8 }),
    text: fc.constantFrom('', ' ', '\n', '"', '{', ',', '\\', "'", '202604.01', '\r\n', '\t', '#', '|', '😀'),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('a manifest that is edited at random', () => {
  it("gets answers of the protocol's types, and the same findings as for a newly opened one", async () => {
    await fc.assert(
      fc.asyncProperty(manifests, edits, fc.nat(), async ({ manifest }, list, at) => {
        const uri = nextUri();
        let text = manifest;
        await client.open(uri, text, 'yaml');
        for (const edit of list) {
          const start = edit.at % (text.length + 1);
          const end = Math.min(text.length, start + edit.length);
          const range = { start: positionIn(text, start), end: positionIn(text, end) };
          const [from, to] = [range.start, range.end].map((place) =>
            TextDocument.create('', '', 0, text).offsetAt(place),
          );
          await client.change(uri, { range, text: edit.text });
          text = text.slice(0, from) + edit.text + text.slice(to);
        }
        const position = positionIn(text, at);
        const params = {
          textDocument: { uri },
          position,
          range: { start: position, end: position },
          context: { diagnostics: [], triggerKind: 1 },
        };
        for (const method of askable)
          expect(
            faultOf(method, await client.connection.sendRequest<unknown>(method, params), text),
          ).toBeUndefined();
        const found = (await client.pull(uri)).map(({ code, range, message }) => ({ code, range, message }));
        expect(found).toEqual(await afresh(text));
        await client.close(uri);
      }),
      { numRuns: runs(60) },
    );
  });

  it('has no safe fix after all of them were applied', async () => {
    await fc.assert(
      fc.asyncProperty(manifests, async ({ manifest }) => {
        const uri = nextUri();
        const fixes = async () => {
          const everything = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
          const [action] = await client.actions(uri, everything, ['source.fixAll']);
          return action && !action.disabled ? client.resolve(action as CodeAction) : undefined;
        };
        await client.open(uri, manifest, 'yaml');
        const edit = (await fixes())?.edit?.changes?.[uri];
        if (edit) {
          const text = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 0, manifest), edit);
          await client.change(uri, { text });
          expect((await fixes())?.edit).toBeUndefined();
          expect(text).not.toBe(manifest);
        }
        await client.close(uri);
      }),
      { numRuns: runs(60) },
    );
  });
});
