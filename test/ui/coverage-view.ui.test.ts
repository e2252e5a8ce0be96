import { describe, expect, test } from 'vitest';
import { Answering, manyVersions } from '../support/coverage.ts';
import { CoveragePages } from './coverage-page.ts';

const server = new Answering([
  ...['202604.01.0', '202604.01.3', '202605.30.0'].map((version) => ({
    version,
    images: ['Ubuntu 22.04 gen2'],
  })),
  { version: '202511.07.0', images: ['Azure Linux v3 gen2'] },
]);
const name = 'fleet-hotfix.json';
const config = (patch: string) =>
  `{ "hotfixes": { "202604.01": "202604.01.${patch}", "202606.19": "202606.19.1" } }`;

const pages = new CoveragePages();

/** Types: the config changes, and the steps of the chosen version are sent again. */
async function show(text: string, baked: string | null = null): Promise<void> {
  const nodeSteps = baked === null ? null : server.nodeSteps(text, baked);
  await pages.view.send({ type: 'show', name, coverage: server.coverage(text), nodeSteps });
}

/** The label of the focused element. */
const focused = () => pages.view.page.locator(':focus').getAttribute('aria-label');
const press = async (...keys: string[]) => {
  for (const key of keys) await pages.view.page.keyboard.press(key);
};

describe('With the keyboard', () => {
  test('Tab comes to the picture once; arrows go from mark to mark', async () => {
    await show(config('3'));
    await pages.view.page.locator('.key summary').focus();
    await press('Tab');
    expect(await focused()).toContain('202604.01.0: upgrades to 202604.01.3');
    await press('ArrowRight');
    expect(await focused()).toContain('202604.01.3: already there');
    await press('End');
    expect(await focused()).toContain('202511.07.0: not listed');
    await press('Home', 'ArrowLeft');
    expect(await focused()).toContain('202604.01.0');
    await press('PageDown');
    expect(await focused()).toContain('202511.07.0');
    expect(await pages.view.page.locator('.mark[tabindex="0"]').count()).toBe(1);
  });

  test('Arrows up and down go straight up and down', async () => {
    await show(config('3'));
    await pages.view.mark('202604.01.3').focus();
    await press('ArrowDown');
    expect(await focused()).toContain('202511.07.0');
    await press('ArrowUp');
    expect(await focused()).not.toContain('202511.07.0');
  });

  test('Enter opens the steps; Escape in it goes back to the mark, and in the picture closes it', async () => {
    await show(config('3'));
    await pages.view.asked();
    await pages.view.mark('202604.01.0').focus();
    await press('Enter');
    expect(await pages.view.asked()).toEqual([
      { type: 'explain', baked: '202604.01.0' },
      { type: 'reveal-entry', base: '202604.01', how: 'look' },
    ]);
    await pages.view.send({ type: 'node-steps', nodeSteps: server.nodeSteps(config('3'), '202604.01.0') });
    await pages.view.page.locator('.steps-pane', { hasText: 'higher patch' }).waitFor();
    await press('Tab', 'Enter');
    expect(await pages.view.asked()).toEqual([{ type: 'reveal-entry', base: '202604.01', how: 'go' }]);
    await press('Escape');
    expect(await focused()).toContain('202604.01.0');
    await press('Escape');
    expect(await pages.view.page.locator('.steps-pane').isHidden()).toBe(true);
    expect(await pages.view.asked()).toEqual([{ type: 'explain', baked: null }]);
  });
});

describe('While the user types', () => {
  test('the totals follow; choice, focus and place stay', async () => {
    await pages.view.page.setViewportSize({ width: 520, height: 420 });
    await show(config('3'));
    await pages.view.mark('202604.01.0').click();
    await show(config('3'), '202604.01.0');
    await pages.view.mark('202604.01.3').focus();
    const scroll = () => pages.view.page.locator('.picture').evaluate((picture) => picture.scrollTop);
    const place = await scroll();
    for (const patch of ['', '4', '45']) await show(config(patch), '202604.01.0');
    expect(await pages.view.total('upgrades').textContent()).toBe('2');
    expect(await pages.view.mark('202604.01.0').getAttribute('aria-selected')).toBe('true');
    expect(await focused()).toBe('202604.01.3: upgrades to 202604.01.45');
    expect(await scroll()).toBe(place);
    expect(place).toBeGreaterThan(0);
    expect(await pages.view.page.locator('.steps-pane').textContent()).toContain('upgrades to 202604.01.45');
  });

  test('a base comes and goes without touching the others', async () => {
    await show(config('3'));
    const mark = await pages.view.mark('202605.30.0').elementHandle();
    await show('{ "hotfixes": { "202605.01": "202605.01.1", "202701.05": "202701.05.1" } }');
    expect(await pages.view.page.locator('.calendar .only-named').count()).toBe(2);
    expect(await mark?.evaluate((mark) => mark.isConnected)).toBe(true);
    await show(config('3'));
    expect(await pages.view.page.locator('.year').count()).toBe(2);
  });

  test('the focus in the steps stays on its button', async () => {
    await show(config('3'));
    await pages.view.mark('202604.01.0').click();
    await show(config('3'), '202604.01.0');
    await pages.view.page.locator('.step button').nth(1).focus();
    await show(config('5'), '202604.01.0');
    expect(await pages.view.page.locator(':focus').getAttribute('data-key')).toBe('binary-2');
  });

  test('void entries have a total, and each click on it leads to the next one', async () => {
    await show('{ "hotfixes": { "202604.01": "202604.01.0", "april": "x", "202605.30": "202605.30.1" } }');
    const total = pages.view.page.locator('.void-entries');
    expect(await total.textContent()).toBe('2 void');
    await pages.view.asked();
    for (let click = 0; click < 3; click += 1) await total.getByRole('button').click();
    expect(await pages.view.asked()).toEqual([0, 1, 0].map((entry) => ({ type: 'reveal-void', entry })));
    await show(config('3'));
    expect(await total.isHidden()).toBe(true);
  });

  test('a file that cannot be read says why, and the way there', async () => {
    await show('{ "hotfixes": ');
    const problem = pages.view.page.locator('.notice.problem');
    expect(await problem.textContent()).toContain('Nodes ignore the whole file');
    expect(await pages.view.total('unreadable').textContent()).toBe('4');
    await pages.view.asked();
    await problem.getByRole('button').click();
    expect(await pages.view.asked()).toEqual([{ type: 'reveal-problem' }]);
    await show('{}');
    expect(await problem.isHidden()).toBe(true);
  });

  test('a screen reader hears the totals once they have settled', async () => {
    const live = () => pages.view.page.locator('[aria-live]').textContent();
    await show(config('3'));
    await expect
      .poll(live, { timeout: 120_000 })
      .toContain('Of 4 baked versions: 1 upgrades, 1 already there');
    await show(config('4'));
    await expect.poll(live, { timeout: 120_000 }).toContain('Of 4 baked versions: 2 upgrades');
  });

  test('300 baked versions are redrawn within a frame or two', async () => {
    const many = new Answering(manyVersions(300));
    const typed = (patch: number) => `{ "hotfixes": { "202404.10": "202404.10.${patch}" } }`;
    const messages = Array.from({ length: 40 }, (_, i) => ({
      type: 'show' as const,
      name,
      coverage: many.coverage(typed(i + 1)),
      nodeSteps: null,
    }));
    const times = (await pages.view.measure(messages)).slice(1).sort((a, b) => a - b);
    const median = times[times.length >> 1] ?? Number.POSITIVE_INFINITY;
    console.log(`300 baked versions: ${median.toFixed(1)} ms for a keystroke`);
    expect(await pages.view.page.locator('.mark').count()).toBe(300);
    expect(median).toBeLessThan(33);
  });
});

describe('The filter by image', () => {
  test('leaves the baked versions of one image, in the totals too', async () => {
    await show(config('3'));
    await pages.view.page.getByRole('combobox', { name: 'Image' }).selectOption('Azure Linux v3 gen2');
    expect(await pages.view.total('not-listed').textContent()).toBe('1');
    expect(await pages.view.total('upgrades').textContent()).toBe('0');
    expect(await pages.view.page.locator('.calendar .mark').count()).toBe(2);
    await show(config('4'));
    expect(await pages.view.page.getByRole('combobox', { name: 'Image' }).inputValue()).toBe(
      'Azure Linux v3 gen2',
    );
  });
});

describe('A new user', () => {
  test('is shown what to do if no baked version is known', async () => {
    await pages.view.send({
      type: 'show',
      name,
      coverage: new Answering([]).coverage(config('3')),
      nodeSteps: null,
    });
    const notice = pages.view.page.locator('.notice', { hasText: 'No baked versions are known' });
    expect(await notice.textContent()).toContain('vhdbuilder/release-notes');
    await pages.view.asked();
    await notice.getByRole('button').click();
    expect(await pages.view.asked()).toEqual([{ type: 'settings' }]);
  });

  test('is asked to open a config if there is none', async () => {
    await pages.view.send({ type: 'empty', reason: 'no-config' });
    await pages.view.page.getByText('Open a hotfix config, such as').waitFor();
  });

  test('sees the entry under the cursor marked, which comes into sight', async () => {
    await pages.view.page.setViewportSize({ width: 520, height: 260 });
    await show('{ "hotfixes": { "202511.07": "202511.07.1" } }');
    await pages.view.send({ type: 'cursor', base: '202511.07' });
    const cell = pages.view.page.locator('.calendar .at-cursor');
    expect(await cell.getAttribute('data-base')).toBe('202511.07');
    const box = await cell.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(260);
  });
});

test.each([
  ['vscode-dark', 'dark'],
  ['vscode-light', 'light'],
  ['vscode-high-contrast', 'dark'],
  ['vscode-high-contrast vscode-high-contrast-light', 'light'],
] as const)('Without an editor’s colors, text is legible: %s', async (className, scheme) => {
  await pages.view.page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' });
  await pages.view.page.locator('body').evaluate((body, name) => {
    body.className = name;
  }, className);
  await show(config('3'));
  await pages.view.mark('202604.01.0').click();
  await show(config('3'), '202604.01.0');
  expect(await pages.view.leastContrast()).toBeGreaterThanOrEqual(4.5);
  const coverage = server.comparison('{ "hotfixes": { "202605.30": "202605.30.3" } }', config('3'));
  await pages.view.send({ type: 'show', name, coverage, nodeSteps: null });
  const kinds = pages.view.page.locator('.changes .kind');
  expect(await kinds.allTextContents()).toEqual(['lost', 'new', 'new']);
  const colors = await kinds.evaluateAll((cells) =>
    cells.map((cell) => cell.ownerDocument.defaultView.getComputedStyle(cell).color),
  );
  expect(colors[0]).not.toBe(colors[1]);
  expect(await pages.view.leastContrast()).toBeGreaterThanOrEqual(4.5);
});
