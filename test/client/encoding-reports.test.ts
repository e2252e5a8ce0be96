import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The part of an editor's API that is used: no encoding of documents, and no file that can be read. */
const editor = vi.hoisted(() => ({
  workspace: {
    fs: {
      isWritableFileSystem: () => true,
      readFile: () => Promise.reject(new Error('The file was deleted.')),
    },
  },
}));
vi.mock('vscode', () => editor);

const { EncodingReports } = await import('../../client/src/encoding-reports.ts');

const said: unknown[] = [];
beforeEach(() => {
  said.length = 0;
});

/** Opens a document, and sends its opening as the client does. */
async function open(encoding: string | undefined, send: () => Promise<void>): Promise<void> {
  const reports = new EncodingReports({ error: (_, error) => said.push(String(error)) });
  const { didOpen, sendNotification } = reports.middleware;
  const document = { uri: { scheme: 'file', toString: () => 'file:///hotfix.json' }, encoding };
  await didOpen?.(document as never, async () => {});
  await sendNotification?.(
    'textDocument/didOpen' as never,
    (type: unknown) => (type === 'hotfix/encoding' ? send() : Promise.resolve()) as never,
    {} as never,
  );
}

describe('an error of background work', () => {
  it('is logged when the file of a document is deleted before its encoding is read', async () => {
    await open(undefined, async () => {});
    await vi.waitFor(() => expect(said).toEqual(['Error: The file was deleted.']));
  });

  it('is logged when the server stops before it gets the encoding', async () => {
    await open('utf8bom', () => Promise.reject(new Error('Client is not running')));
    await vi.waitFor(() => expect(said).toEqual(['Error: Client is not running']));
  });
});
