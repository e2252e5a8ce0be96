import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { FleetRecord } from '../model/index.ts';
import type { Host } from '../service/host.ts';
import type { CommandRuns } from './mcp-runs.ts';

const recordUri = 'hotfix-config://record';

/** The pages of the rules, and the bundled record. */
export function addResources(server: McpServer, runs: CommandRuns, host: Host): void {
  server.registerResource(
    'rule',
    new ResourceTemplate('hotfix-config://rules/{id}', {
      list: async () => ({ resources: (await rulesOf(runs)).map(asResource) }),
      complete: {
        id: async (start) => (await rulesOf(runs)).map(({ id }) => id).filter((id) => id.startsWith(start)),
      },
    }),
    { title: 'Rules', description: 'What a rule flags, why, and how it is fixed', mimeType: 'text/plain' },
    async (uri, { id }) => {
      const { out, err, failed } = await runs.run(['rules', '--', String(id)]);
      if (failed) throw new Error(err);
      return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: out }] };
    },
  );
  server.registerResource(
    'record',
    recordUri,
    {
      title: 'Bundled record',
      description: 'The known baked versions, with their images and controllers, and the published patches',
      mimeType: 'application/json',
    },
    async () => ({
      contents: [
        { uri: recordUri, mimeType: 'application/json', text: asJson(await host.bundledRecord?.()) },
      ],
    }),
  );
}

interface ListedRule {
  readonly id: string;
  readonly summary: string;
}

async function rulesOf(runs: CommandRuns): Promise<readonly ListedRule[]> {
  return JSON.parse((await runs.run(['rules', '--format=json'])).out);
}

function asResource({ id, summary }: ListedRule) {
  return {
    uri: `hotfix-config://rules/${id}`,
    name: id,
    description: `Flags ${summary}`,
    mimeType: 'text/plain',
  };
}

function asJson(record: FleetRecord | undefined): string {
  const published = (record?.publishedBases ?? []).map((base) => [base, record?.taken(base)]);
  const versions = (record?.versions ?? []).map(({ version, generation, images }) => ({
    version,
    generation,
    images,
  }));
  return JSON.stringify({ date: record?.date, versions, published: Object.fromEntries(published) }, null, 2);
}
