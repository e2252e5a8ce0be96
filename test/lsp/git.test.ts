import { afterEach, describe, expect, it } from 'vitest';
import {
  DidSaveTextDocumentNotification,
  HoverRequest,
  InlayHintRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { bundledRecord } from '../../server/src/model/index.ts';
import { gitNotification } from '../../server/src/protocol.ts';
import type { GitRecords } from '../../server/src/service/host.ts';
import { pulling, TestClient } from '../support/lsp-client.ts';
import { withoutAlignment } from '../support/repository-client.ts';

const root = 'file:///repo';
const uri = `${root}/parts/hotfix.json`;

let client: TestClient;
afterEach(() => client.stop());

interface Repository {
  readonly tags?: readonly string[];
  readonly main?: Readonly<Record<string, string>>;
  /** By URI. */
  readonly head?: Record<string, string>;
}

/** A repository with tags, and a branch of its own with release notes. */
function gitOf({ tags = [], main = {}, head = {} }: Repository): GitRecords {
  return {
    tags: async () => tags,
    filesBefore: async () => [],
    atHead: async (uri) => (head[uri] === undefined ? null : new TextEncoder().encode(head[uri])),
    atRevision: async (_, revision, path) => {
      if (revision !== 'main') return { problem: 'no such revision in git; check the name' };
      const content = main[path];
      const files = Object.keys(main).filter((file) => file === path || file.startsWith(`${path}/`));
      return { files, ...(content !== undefined && { content: new TextEncoder().encode(content) }) };
    },
  };
}

async function start(
  repository: Repository,
  files: Readonly<Record<string, string>>,
  initializationOptions: object = { status: true },
) {
  client = await TestClient.start({
    folders: [root],
    files: new Map(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])),
    machine: { git: gitOf(repository), bundledRecord },
    initializationOptions,
    capabilities: {
      ...pulling,
      textDocument: { ...pulling.textDocument, hover: { contentFormat: ['markdown'] } },
    },
  });
}

async function hoverAt(character: number): Promise<string> {
  const params = { textDocument: { uri }, position: { line: 0, character } };
  const hover = await client.connection.sendRequest(HoverRequest.type, params);
  return MarkupContent.is(hover?.contents) ? withoutAlignment(hover.contents.value) : '';
}

/** Opens a config and waits until its baked versions are known. */
async function open(text: string): Promise<void> {
  await client.open(uri, text);
  await client.pull(uri);
  await client.until(() => client.refreshes > 0);
}

const titles = async () => {
  const found = await client.pull(uri);
  const range = found[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return (await client.actions(uri, range)).map(({ title }) => title);
};

describe('On an official branch, which has no release notes', () => {
  const branch = { 'pkg/agent/datamodel/linux_sig_version.json': '{ "version": "202607.20.0" }' };

  it('a hover is right out of the box', async () => {
    await start({}, branch);
    await open('{ "hotfixes": { "202607.20": "202607.20.3" } }');
    const text = await hoverAt(20);
    expect(text).toContain('| 202607.20.0 | upgrades to 202607.20.3 |');
    expect(text).toContain('on 21 of 27 images');
  });

  it('a base that the branch does not serve is one finding, on record or not', async () => {
    await start({}, branch);
    await open('{ "hotfixes": { "202607.20": "202607.20.3", "202701.05": "202701.05.1" } }');
    expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['foreign-base']);
    await client.change(uri, { text: '{ "hotfixes": { "202607.15": "202607.15.1" } }' });
    expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['foreign-base', 'foreign-base']);
  });

  it('baked versions come from another branch that "bakedVersionsFrom" names', async () => {
    const project = JSON.stringify({
      bakedVersionsFrom: ['main:notes', 'main:images.json'],
      bundledRecord: false,
    });
    const main = {
      'notes/AKSUbuntu/gen2/2204containerd/202607.20.0.txt': '',
      'images.json': '["202607.20.2"]',
    };
    await start({ main }, { '.hotfixrc.json': project });
    await open('{ "hotfixes": { "202607.20": "202607.20.2" } }');
    const text = await hoverAt(20);
    expect(text).toContain('| 202607.20.0 | upgrades to 202607.20.2 | Ubuntu 22.04 gen2 |');
    expect(text).toContain('| 202607.20.2 | stays: already at this patch |');
  });
});

describe('An editor that knows nothing of git', () => {
  const committed = '{ "hotfixes": { "202607.20": "202607.20.3", "202608.06": "202608.06.3" } }';
  const head = () => ({ [uri]: committed });
  const rules = async () => (await client.pull(uri)).map(({ code }) => code);
  /** Several reasons can share a refresh. */
  const rulesBecome = async (expected: readonly string[]) => {
    for (;;) {
      const { refreshes } = client;
      if (String(await rules()) === String(expected)) return;
      await client.until(() => client.refreshes > refreshes);
    }
  };
  const hints = async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const found = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range,
    });
    return (found ?? []).map(({ label }) => label);
  };

  it('shows what nodes lose against HEAD, and what an entry was', async () => {
    await start({ head: head() }, {});
    await client.open(uri, '{ "hotfixes": { "202607.20": "202607.20.4" } }');
    await rulesBecome(['entry-removed']);
    expect(await hints()).toEqual([expect.stringMatching(/ · was 202607\.20\.3$/)]);
  });

  it('compares with a commit once the file is saved', async () => {
    const repository = { head: {} as Record<string, string> };
    await start(repository, {});
    await open('{ "hotfixes": { "202607.20": "202607.20.4" } }');
    expect(await rules()).toEqual([]);
    repository.head[uri] = committed;
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await rulesBecome(['entry-removed']);
  });

  it.each([{ git: false }, { baselines: true }])('has no comparison with the option %j', async (options) => {
    await start({ head: head() }, {}, options);
    await open('{ "hotfixes": { "202607.20": "202607.20.4" } }');
    expect(await rules()).toEqual([]);
  });
});

describe('Git tags', () => {
  const lowest = '{ "hotfixes": { "202607.20": "202607.20.0" } }';
  const repository = { tags: ['v0.20260720.6', 'anc/v202607.20.11', 'anc/v202607.20.12.devname.1'] };

  it('take patches: the next one is above them', async () => {
    await start(repository, {});
    await open(lowest);
    await client.until(() => client.refreshes > 1);
    expect(await titles()).toContain('Change version to "202607.20.12"');
  });

  it('make a patch ambiguous that begins one of them', async () => {
    await start({ tags: ['anc/v202607.20.31'] }, {});
    await open('{ "hotfixes": { "202607.20": "202607.20.3" } }');
    await client.until(() => client.refreshes > 1);
    expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['ambiguous-patch']);
  });

  it('are not requested until git may be run', async () => {
    await start(repository, { '.hotfixrc.json': '{ "bakedVersionsFrom": ["main:notes"] }' }, { git: false });
    await open(lowest);
    expect(await titles()).toContain('Change version to "202607.20.3"');
    const before = client.refreshes;
    await client.connection.sendNotification(gitNotification, { allowed: true });
    await client.pull(uri);
    // Once for the permission, once for the records, once for the tags.
    await client.until(() => client.refreshes > before + 2);
    expect(await titles()).toContain('Change version to "202607.20.12"');
  });
});
