import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol';
import { hotfixConfigHere, withRecord } from './support/cli.ts';
import { pulling, TestClient } from './support/lsp-client.ts';

/**
 * The promises of the change that introduced the map (https://github.com/Azure/AgentBaker/pull/8694), as a release
 * engineer would state them. `field` is the property to hover.
 */
interface Promise8694 {
  readonly promise: string;
  readonly config: string;
  readonly field: string;
  readonly baked: string;
  /** The version that the node upgrades to; null if it stays. */
  readonly upgradesTo: string | null;
  /** The diagnostics for a reviewer who knows this baked version. */
  readonly diagnostics: readonly string[];
}

const twoBases = '{"hotfixes":{"202604.01":"202604.01.3","202605.30":"202605.30.1"}}';

const examples: readonly Promise8694[] = [
  {
    promise: 'a node whose base is listed upgrades to the hotfix version of its base',
    config: twoBases,
    field: '202604.01',
    baked: '202604.01.0',
    upgradesTo: '202604.01.3',
    diagnostics: ['unknown-base'],
  },
  {
    promise: 'default deny: a node whose base is not listed stays',
    config: '{"hotfixes":{"202605.30":"202605.30.1"}}',
    field: 'hotfixes',
    baked: '202604.01.0',
    upgradesTo: null,
    diagnostics: ['unknown-base'],
  },
  {
    promise: 'a node that has the patch already stays',
    config: '{"hotfixes":{"202604.01":"202604.01.3"}}',
    field: '202604.01',
    baked: '202604.01.3',
    upgradesTo: null,
    diagnostics: ['already-baked'],
  },
  {
    promise: 'legacy fallback: without a map, "version" applies',
    config: '{"version":"202604.01.3"}',
    field: 'version',
    baked: '202604.01.0',
    upgradesTo: '202604.01.3',
    diagnostics: [],
  },
];

const promises: readonly Promise8694[] = [
  {
    promise: 'an empty map counts as no map: "version" applies',
    config: '{"version":"202604.01.3","hotfixes":{}}',
    field: 'version',
    baked: '202604.01.0',
    upgradesTo: '202604.01.3',
    diagnostics: [],
  },
  {
    promise: 'the leading zero of the day is kept: a key without it is another base',
    config: '{"hotfixes":{"202604.1":"202604.01.3"}}',
    field: '202604.1',
    baked: '202604.01.0',
    upgradesTo: null,
    diagnostics: ['malformed-base'],
  },
  {
    promise: 'map first: with a map, "version" is not read, even where the base is not listed',
    config: '{"version":"202604.01.3","hotfixes":{"202605.30":"202605.30.1"}}',
    field: 'version',
    baked: '202604.01.0',
    upgradesTo: null,
    diagnostics: ['shadowed-version', 'unknown-base'],
  },
  {
    promise: 'a value of another base than its key upgrades nothing',
    config: '{"hotfixes":{"202604.01":"202605.30.2"}}',
    field: '202604.01',
    baked: '202604.01.0',
    upgradesTo: null,
    diagnostics: ['base-mismatch'],
  },
  {
    promise: 'a value with an empty patch upgrades nothing',
    config: '{"hotfixes":{"202604.01":"202604.01."}}',
    field: '202604.01',
    baked: '202604.01.0',
    upgradesTo: null,
    diagnostics: ['empty-patch'],
  },
  {
    promise: 'an unreadable file never blocks a node: it boots the baked version',
    config: '{"hotfixes":{"202604.01":"202604.01.3",}}',
    field: '202604.01',
    baked: '202604.01.0',
    upgradesTo: null,
    diagnostics: ['json-syntax'],
  },
  {
    promise: 'a node that cannot parse its own version stays',
    config: twoBases,
    field: '202604.01',
    baked: 'dev',
    upgradesTo: null,
    diagnostics: [],
  },
];

interface Answer {
  readonly upgrade: boolean;
  readonly resolved: string;
}

describe.each([
  ['the four examples of the change', examples],
  ['the promises of the change', promises],
])('%s, on the command line', (_, cases) => {
  it.each(cases)('$promise', async ({ config, baked, upgradesTo, diagnostics }) => {
    const options = { cwd: tmpdir(), files: withRecord, input: config };
    const explained = await hotfixConfigHere(['explain', '-', '--format=json', `--baked=${baked}`], options);
    const [file]: { verdicts: { binary: Answer }[] }[] = JSON.parse(explained.out);
    const binary = file?.verdicts[0]?.binary;
    expect(binary?.upgrade ? binary.resolved : null).toBe(upgradesTo);
    // A baked version that is not a release has no base to compare entries with. The bundled record has others.
    const known = baked === 'dev' ? ['--rule=unknown-base=off'] : [`--baked=${baked}`];
    const checked = await hotfixConfigHere(
      ['check', '-', '--stdin-filename=hotfix.json', '--format=json', '--today=2026-07-01', ...known],
      options,
    );
    const found: { ruleId: string }[] = JSON.parse(checked.out);
    expect(found.map(({ ruleId }) => ruleId)).toEqual(diagnostics);
  });
});

describe('the four examples and the promises, in one editor session', () => {
  const root = 'file:///seed';
  let client: TestClient;
  const comparable = [...examples, ...promises].filter(({ baked }) => baked !== 'dev');

  beforeAll(async () => {
    client = await TestClient.start({
      capabilities: {
        ...pulling,
        textDocument: { ...pulling.textDocument, hover: { contentFormat: ['markdown'] } },
      },
      today: '2026-07-01',
      settings: (uri = '') => {
        const example = comparable[Number(uri.split('/').at(-2))];
        return { bakedVersions: example ? [example.baked] : [], bakedVersionsFrom: [] };
      },
    });
  });
  afterAll(() => client.stop());

  it.each(comparable.map((example, i) => ({ ...example, i })))(
    '$promise',
    async ({ config, field, baked, upgradesTo, diagnostics, i }) => {
      const uri = `${root}/${i}/hotfix.json`;
      await client.open(uri, config);
      expect(await client.rulesAt(uri)).toEqual(diagnostics);
      const position = { line: 0, character: config.indexOf(`"${field}"`) + 1 };
      const hover = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position,
      });
      const text = (hover?.contents as MarkupContent | undefined)?.value ?? '';
      const upgrade = /\| (\S+) +\| upgrades to (\S+) +\|/.exec(text);
      expect(upgrade?.slice(1) ?? []).toEqual(upgradesTo === null ? [] : [baked, upgradesTo]);
    },
  );
});
