import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { BakedRecord, Content, Example } from '../../playground/src/content.ts';
import { Catalogue } from '../../server/src/model/index.ts';
import { discover } from '../../server/src/service/catalogue/discovery.ts';
import { root } from '../build/bundle.ts';

const examples = [
  ['Many faults', 'examples/parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json'],
  ['Clean', 'examples/clean-hotfix.json'],
  ['The older form, with "version"', 'examples/legacy-hotfix.json'],
] as const;

export async function readContent(): Promise<Content> {
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return {
    version,
    examples: await Promise.all(
      examples.map(
        async ([title, path]): Promise<Example> => ({
          title,
          text: await readFile(join(root, path), 'utf8'),
        }),
      ),
    ),
    record: await readRecord(),
  };
}

/** The baked versions from the names of AgentBaker's release notes, on the day in test/agentbaker/README.md. */
async function readRecord(): Promise<BakedRecord> {
  const packed = await readFile(join(root, 'test/agentbaker/release-notes-paths.txt.gz'));
  const uris = gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .filter((path) => path.endsWith('.txt'))
    .map((path) => `agentbaker:/${path}`);
  const host = { readFile: async () => undefined, findFiles: async () => uris };
  const { baked } = await discover(host, 'agentbaker:', ['vhdbuilder/release-notes']);
  const lines = new Catalogue(baked).all.map(({ version, images }) => {
    const names = images.map((image) => JSON.stringify(image)).join(', ');
    return `  { "version": "${version}", "images": [${names}] }`;
  });
  return {
    text: `[\n${lines.reverse().join(',\n')}\n]\n`,
    origin: 'the release notes in Azure/AgentBaker (MIT)',
    readOn: '2026-08-21',
  };
}
