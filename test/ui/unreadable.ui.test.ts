import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const many = Array.from({ length: 300 }, (_, i) => {
  const day = `${String(1 + (i % 12)).padStart(2, '0')}.${String(1 + Math.floor(i / 12)).padStart(2, '0')}`;
  const patch = i === 250 ? 0 : 1;
  return `    "2025${day}": "2025${day}.${patch}"`;
});
const session = useSession({
  files: {
    'fleet-hotfix.json': '{\n  "hotfixes": {\n    "202608.06": "202608.06.3"\n  }\n}\n',
    'many-hotfix.json': `{\n  "hotfixes": {\n${many.sort().join(',\n')}\n  }\n}\n`,
  },
  open: 'fleet-hotfix.json',
  settings: { 'hotfixConfig.bundledRecord': true, 'workbench.colorTheme': 'Default High Contrast' },
});

test('The status bar says in the color of errors that no node can read the file, until one can', async () => {
  const { window } = session;
  await window.goTo(3, 31);
  await window.type(',');
  const alarm = window.page.locator('.statusbar-item.error-kind', { hasText: 'Nodes cannot read this file' });
  await alarm.waitFor();
  await window.screenshot('unreadable-contrast');
  await window.goTo(1, 1);
  await alarm.locator('a').click();
  await window.page.locator('.part.statusbar', { hasText: 'Ln 3, Col 31' }).waitFor();
  await window.press('Escape', 'Delete');
  await alarm.waitFor({ state: 'detached' });
});

test('The hover over a map of 300 entries begins with the sum and the faulty entry', async () => {
  const { window } = session;
  await window.openFile('many-hotfix.json');
  const text = await window.hover(window.word('hotfixes'), 'entries apply');
  await window.screenshot('hover-many');
  const [sum = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  expect(sum).toMatch(/^\d+ of 300 entries apply\.$/);
  expect(rest.join(' ')).toMatch(
    /Base\s+Hotfix version\s+Outcome\s+2025\d\d\.\d\d\s+2025\d\d\.\d\d\.0\s+void/,
  );
});
