import { afterEach, expect, it, vi } from 'vitest';
import { patience } from '../../server/src/lsp/after.ts';
import { pulling, TestClient } from '../support/lsp-client.ts';

const root = 'file:///repo';
const uri = `${root}/aks-node-controller-hotfix.json`;

let client: TestClient;
afterEach(async () => {
  vi.useRealTimers();
  await client.stop();
});

async function start(refreshed: () => Promise<void>): Promise<void> {
  client = await TestClient.start({ capabilities: pulling, folders: [root], files: new Map(), refreshed });
  await client.open(uri, '{ "version": "202604.01.3" }');
  await client.pull(uri);
}

/** The server has seen them all when it answers. */
async function changeFiles(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await client.changeFile(`${root}/.hotfixrc.json`);
  await client.pull(uri);
}

it('A hundred changed files, reported one by one, cause one refresh at a time and one more at the end', async () => {
  let answers: (() => void)[] = [];
  const answerAll = () => {
    for (const answer of answers.splice(0)) answer();
  };
  await start(() => new Promise((resolve) => answers.push(resolve)));
  await changeFiles(100);
  expect([client.refreshes, client.hintRefreshes, client.lensRefreshes]).toEqual([1, 1, 1]);
  answerAll();
  await client.until(() => client.refreshes === 2);
  await changeFiles(100);
  expect([client.refreshes, client.hintRefreshes, client.lensRefreshes]).toEqual([2, 2, 2]);
  answerAll();
  await client.until(() => client.refreshes === 3);
  answerAll();
  await changeFiles(0);
  expect(client.refreshes).toBe(3);
  answers = [];
});

it('An editor that never answers a refresh is asked again, but not for each event', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await start(() => new Promise(() => {}));
  await changeFiles(10);
  expect(client.refreshes).toBe(1);
  vi.advanceTimersByTime(patience);
  await client.until(() => client.refreshes === 2);
});
