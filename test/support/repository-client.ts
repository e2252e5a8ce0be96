import type { MarkupContent } from 'vscode-languageserver-protocol';
import { HoverRequest } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, pulling, TestClient } from './lsp-client.ts';

/** A repository with AgentBaker's records of baked versions. */
export const root = 'file:///repo';
export const uri = `${root}/parts/hotfix.json`;
export const notes = `${root}/vhdbuilder/release-notes`;
export const records = [
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.0.txt`,
  `${notes}/AKSAzureLinuxV3/gen2arm64/202602.13.2.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.2.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.5.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202604.13.0.txt`,
];
const noise = [
  `${notes}/AKSWindows/2022-containerd/202602.13.9.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/latest.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.7-image-list.json`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.8-trivy-images-table.txt`,
];
const current = new Map([
  [`${root}/pkg/agent/datamodel/linux_sig_version.json`, '{ "version": "202608.14.0" }'],
]);
export const recorded = new Map([
  ...[...records, ...noise].map((file): [string, string] => [file, '']),
  ...current,
]);

export let client: TestClient;

export async function stop(): Promise<void> {
  await client.stop();
}

export async function start(options: ClientOptions = {}): Promise<TestClient> {
  client = await TestClient.start({
    folders: [root],
    files: recorded,
    capabilities: {
      ...pulling,
      textDocument: {
        ...pulling.textDocument,
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
      },
    },
    ...options,
  });
  return client;
}

/** Opens a text whose `|` is the cursor, and waits for the catalogue: first findings come without it. */
export async function openAt(marked: string, waitForCatalogue = true) {
  const text = marked.replace('|', '');
  await client.open(uri, text);
  await client.pull(uri);
  if (waitForCatalogue) await client.until(() => client.refreshes > 0);
  const position = TextDocument.create(uri, 'json', 0, text).positionAt(marked.indexOf('|'));
  return { text, position };
}

export async function hover(marked: string, waitForCatalogue = true): Promise<string> {
  const { position } = await openAt(marked, waitForCatalogue);
  const found = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  return withoutAlignment((found?.contents as MarkupContent | undefined)?.value ?? '');
}

/** Without the spaces and dashes that align the columns of a table. */
export function withoutAlignment(markdown: string): string {
  return markdown.replace(/ +(?= \|)/g, '').replace(/-{4,}(?= \|)/g, '---');
}
