import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CoverageFrame } from '../../playground/src/coverage.ts';
import { Answering } from '../support/coverage.ts';

const server = new Answering([{ version: '202604.01.0' }]);
const config = '{ "hotfixes": { "202604.01": "202604.01.3" } }';

/** The messages to the view, and how often the page was told that the server stopped. */
const posted: string[] = [];
let stopped = 0;
let listener: (event: unknown) => void;
beforeEach(() => {
  posted.length = 0;
  stopped = 0;
  vi.stubGlobal('window', { addEventListener: (_: string, listen: typeof listener) => (listener = listen) });
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Shows the picture with answers of the server, or without. */
function show(isThere: () => boolean): (intent: object) => void {
  const contentWindow = { postMessage: ({ type }: { type: string }) => posted.push(type) };
  const answer = <T>(value: T) => (isThere() ? Promise.resolve(value) : Promise.reject(new Error('gone')));
  new CoverageFrame({ contentWindow } as never, {
    name: 'hotfix.json',
    coverage: () => answer(server.coverage(config)),
    nodeSteps: (baked) => answer(server.nodeSteps(config, baked)),
    reveal() {},
    hasCursor: () => false,
    openBakedVersions() {},
    stopComparing() {},
    stopped: () => {
      stopped += 1;
    },
  });
  return (data) => listener({ data, source: contentWindow });
}

it('the page reports a missing answer of the server, and shows the next picture', async () => {
  let isThere = false;
  const say = show(() => isThere);
  say({ type: 'ready', baked: null, isCompared: false });
  await vi.waitFor(() => expect(stopped).toBe(1));
  expect(posted).toEqual([]);
  isThere = true;
  say({ type: 'ready', baked: null, isCompared: false });
  await vi.waitFor(() => expect(posted).toContain('show'));
});

it('the page reports missing steps', async () => {
  const say = show(() => false);
  say({ type: 'explain', baked: '202604.01.0' });
  await vi.waitFor(() => expect(stopped).toBe(1));
  expect(posted).toEqual([]);
});
