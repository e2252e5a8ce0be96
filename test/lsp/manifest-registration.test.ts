import { expect, it } from 'vitest';
import { manifestNotification } from '../../server/src/protocol.ts';
import { pulling, TestClient } from '../support/lsp-client.ts';

const dynamic = { dynamicRegistration: true };
const capabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    ...{ synchronization: dynamic, hover: dynamic, completion: dynamic, definition: dynamic },
    ...{ inlayHint: dynamic, codeLens: dynamic },
    diagnostic: { ...pulling.textDocument?.diagnostic, ...dynamic },
    codeAction: { ...pulling.textDocument?.codeAction, ...dynamic },
  },
};

async function registeredFor(...uris: readonly string[]): Promise<readonly string[]> {
  const client = await TestClient.start({ capabilities, initializationOptions: { clientFiles: true } });
  const method = 'textDocument/diagnostic';
  const patterns = () =>
    client
      .registration<{ documentSelector: { pattern: string }[] }>(method)
      .documentSelector.flatMap(({ pattern }) => (/\.ya?ml/.test(pattern) ? [pattern] : []));
  await client.until(() => client.registered.some((one) => one.method === method));
  const before = patterns();
  for (const uri of uris) await client.connection.sendNotification(manifestNotification, { uri });
  if (uris.length > 0)
    await client.until(
      () => patterns().length > before.length && patterns().some((one) => one.endsWith(nameOf(uris))),
    );
  const after = patterns().filter((pattern) => !before.includes(pattern));
  await client.stop();
  return after;
}

const nameOf = (uris: readonly string[]) =>
  uris.length > 20 ? '*.yml' : (uris.at(-1)?.split('/').at(-1) ?? '');

it('an editor that lets the server choose its documents is asked for manifests by name, once it reports them', async () => {
  expect(await registeredFor()).toEqual([]);
  expect(await registeredFor('file:///repo/deploy/map.yaml')).toEqual(['**/map.yaml']);
});

it('it is asked for all YAML files only after many manifests', async () => {
  const many = Array.from({ length: 25 }, (_, i) => `file:///repo/map-${i}.yaml`);
  expect(await registeredFor(...many)).toEqual(['**/*.yaml', '**/*.yml']);
});

it('a name has no meaning as a pattern', async () => {
  const client = await TestClient.start({ capabilities, initializationOptions: { clientFiles: true } });
  await client.connection.sendNotification(manifestNotification, { uri: 'file:///repo/%7B%2A%7D%5B.yaml' });
  const patterns = () =>
    client.registered.flatMap(({ options }) =>
      ((options as { documentSelector?: { pattern: string }[] }).documentSelector ?? []).map(
        ({ pattern }) => pattern,
      ),
    );
  await client.until(() => patterns().includes('**/????.yaml'));
  await client.connection.sendNotification(manifestNotification, { uri: 7 });
  await client.stop();
});
