import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const manifest = `# What the live-patching service serves.
apiVersion: v1
kind: ConfigMap
metadata:
  name: live-patching
  namespace: kube-system
data:
  log-level: info
  hotfixes.json: |
    {
      "hotfixes": {
        "202607.20": "202607.20.3",
        "202608.06": "v202608.06.3"
      },
      "version": "202607.20.3"
    }
`;

const session = useSession({
  files: { 'live-patching.yaml': manifest, '.hotfixrc.json': '{ "supportWindowMonths": 120 }\n' },
  open: 'live-patching.yaml',
  settings: { 'hotfixConfig.bundledRecord': true },
});

test('A ConfigMap alone starts the server: its config has squiggles and hints', async () => {
  const { window } = session;
  await window.waitForText('"202607.20": "202607.20.3"');
  await window.waitForSquiggles('error', 1);
  await window.waitForSquiggles('warning', 1);
  await window.waitForText('upgrades 1 of 1');
  await window.screenshot('manifest-findings');
});

test('A hover says what nodes do, and names the served map', async () => {
  const { window } = session;
  const text = await window.hover(window.squiggles('warning').first(), 'unknown-property');
  expect(text).toContain('Nodes take only "hotfixes" from a served map');
  await window.screenshot('manifest-hover');
  await window.moveMouseAway();
});

test('Ctrl+. fixes a version in the block', async () => {
  const { window } = session;
  await window.goTo(13, 24);
  await window.quickFix('Change version to "202608.06.3"');
  await window.waitForText('"202608.06": "202608.06.3"');
  await window.waitForSquiggles('error', 0);
  await window.screenshot('manifest-fixed');
});

test('A quote on a new line proposes an entry, which gets the indentation of the block', async () => {
  const { window } = session;
  await window.goTo(11, 20);
  await window.press('End');
  await window.press('Enter');
  await window.type('"202608.14');
  await window.page
    .locator('.suggest-widget.visible .monaco-list-row', { hasText: '202608.14' })
    .first()
    .waitFor();
  await window.screenshot('manifest-completion');
  await window.press('Enter');
  await window.waitForText('"202608.14": "202608.14.');
});
