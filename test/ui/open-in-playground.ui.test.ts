import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlayground, playgroundFolder } from '../../tools/playground/build.ts';
import { type Served, serve } from '../../tools/playground/serve.ts';
import { useSession } from './session.ts';

let served: Served;
beforeAll(async () => {
  await buildPlayground();
  served = await serve(playgroundFolder);
});
afterAll(() => served?.stop());

const session = useSession({
  files: { 'pinned-hotfix.json': '{ "hotfixes": { "202607.29": "202607.20.3" } }\n' },
  settings: { 'hotfixConfig.playground': 'http://playground.test/' },
});

test('Open in Playground shows the config of the editor in the playground', async () => {
  const { window } = session;
  await window.openFile('pinned-hotfix.json');
  await window.waitForSquiggles('error', 1);
  // The editor sends loopback addresses through its own server.
  await window.page.context().route('http://playground.test/**', async (route) =>
    route.fulfill({
      response: await route.fetch({
        url: route.request().url().replace('http://playground.test/', served.address),
      }),
    }),
  );
  const opened = window.page.context().waitForEvent('page');
  await window.runCommand('Hotfix Config: Open in Playground');
  await window.page.getByRole('button', { name: 'Open', exact: true }).click();
  const playground = await opened;
  await playground.locator('.finding', { hasText: 'is not a version of base "202607.29"' }).waitFor();
  expect(await playground.locator('#editor').textContent()).toContain('202607.20.3');
  await playground.close();
});
