import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const config = 'aks-node-controller-hotfix.json';
const session = useSession({
  files: {
    [config]: `{
  "hotfixes": {
    "202607.20": "202607.20.3",
    "202608.06": "202608.06.3"
  }
}
`,
  },
  open: config,
});

/** The processes of this window's language server. Only Linux shows the command lines of processes. */
async function servers(): Promise<number[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    processes.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
  );
  return processes
    .filter(
      (_, i) => commands[i]?.includes(session.extensions) && commands[i]?.includes('server/dist/node.js'),
    )
    .map(Number);
}

async function kill(): Promise<number> {
  const running = await expect.poll(servers, { timeout: 120_000 }).toHaveLength(1).then(servers);
  const [id = 0] = running;
  process.kill(id, 'SIGKILL');
  return id;
}

test.skipIf(process.platform !== 'linux')(
  'A server that is killed in the middle of an edit comes back, with the findings of the current text',
  async () => {
    const { window } = session;
    await window.waitForText('"202607.20": "202607.20.3"');
    await window.goTo(3, 19);
    await window.type('v');
    await window.waitForSquiggles('error', 1);
    const killed = await kill();
    await window.goTo(4, 19);
    await window.type('v');
    await window.waitForSquiggles('error', 2);
    await expect.poll(servers, { timeout: 120_000 }).toHaveLength(1);
    expect(await servers()).not.toContain(killed);
    expect(await window.interruptions()).toEqual([]);
  },
);

test.skipIf(process.platform !== 'linux')(
  'A server that is killed repeatedly is not restarted, the status says so, and a command starts it',
  async () => {
    const { window } = session;
    // The client gives up after five failures in three minutes. The first one was in the test before.
    for (let times = 0; times < 4; times++) {
      const killed = await kill();
      await expect.poll(servers, { timeout: 120_000 }).not.toContain(killed);
    }
    const status = window.page.locator('[id="status.languageStatus"]');
    await expect
      .poll(() => status.getAttribute('aria-label'), { timeout: 120_000 })
      .toContain('Findings are missing');
    expect(await servers()).toEqual([]);
    await window.runCommand('Hotfix Config: Restart Server');
    await expect.poll(servers, { timeout: 120_000 }).toHaveLength(1);
    await window.goTo(3, 5);
    await window.waitForSquiggles('error', 2);
    expect(await window.interruptions()).toEqual([]);
  },
);
