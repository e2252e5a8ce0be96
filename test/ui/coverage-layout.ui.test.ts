import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { Answering } from '../support/coverage.ts';
import { CoveragePages } from './coverage-page.ts';

const pages = new CoveragePages();

test.each([380, 700, 1600])(
  'In a view of %i pixels, the patches of a base are in a column',
  async (width) => {
    await pages.view.page.setViewportSize({ width, height: 700 });
    const known = ['202604.01.0', '202604.01.11', '202604.01.12', '202604.01.13'].map((version) => ({
      version,
    }));
    const coverage = new Answering(known).coverage('{}');
    await pages.view.send({ type: 'show', name: 'fleet-hotfix.json', coverage, nodeSteps: null });
    const cell = pages.view.page.locator('.base[data-base="202604.01"]');
    const boxes = await cell
      .locator('.mark')
      .evaluateAll((marks) =>
        marks
          .map((mark) => mark.getBoundingClientRect())
          .map(({ left, right, top }) => ({ left, right, top })),
      );
    const [first] = boxes;
    const edges = boxes.filter((box, i) => box.top !== boxes[i - 1]?.top).map(({ left }) => left);
    expect(edges.length).toBeGreaterThan(1);
    expect(new Set(edges)).toEqual(new Set([first?.left]));
    const right = await cell.evaluate((box) => box.getBoundingClientRect().right);
    expect(Math.max(...boxes.map((box) => box.right))).toBeLessThanOrEqual(right);
  },
);

test('The year and the month of a day that is scrolled to are in sight above it', async () => {
  await pages.view.page.setViewportSize({ width: 520, height: 420 });
  const days = Array.from({ length: 28 }, (_, i) => String(i + 1).padStart(2, '0'));
  const april = new Answering(days.map((day) => ({ version: `202604.${day}.0` })));
  await pages.view.send({
    type: 'show',
    name: 'fleet-hotfix.json',
    coverage: april.coverage('{}'),
    nodeSteps: null,
  });
  await pages.view.mark('202604.28.0').focus();
  await pages.view.mark('202604.20.0').focus();
  const { top } = await boxOf(pages.view.page.locator('.picture'));
  const year = await boxOf(pages.view.page.locator('.year-name'));
  const month = await boxOf(pages.view.page.locator('.month-name', { hasText: 'Apr' }));
  const mark = await boxOf(pages.view.mark('202604.20.0'));
  expect(await pages.view.page.locator('.picture').evaluate((picture) => picture.scrollTop)).toBeGreaterThan(
    100,
  );
  expect(year.top).toBeGreaterThanOrEqual(top);
  expect(month.top).toBeGreaterThanOrEqual(year.bottom);
  expect(mark.top).toBeGreaterThanOrEqual(month.bottom);
});

async function boxOf(locator: Locator): Promise<{ top: number; bottom: number }> {
  const { y = Number.NaN, height = Number.NaN } = (await locator.boundingBox()) ?? {};
  return { top: y, bottom: y + height };
}

test('Nothing from a file is markup', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const known = new Answering([{ version: '202604.01.0', images: [evil] }]);
  const text = `{ "hotfixes": { "202604.01": ${JSON.stringify(evil)} } }`;
  await pages.view.send({ type: 'show', name: evil, coverage: known.coverage(text), nodeSteps: null });
  await pages.view.mark('202604.01.0').click();
  await pages.view.send({ type: 'node-steps', nodeSteps: known.nodeSteps(text, '202604.01.0') });
  expect(await pages.view.page.locator('img').count()).toBe(0);
  expect(await pages.view.page.locator('.steps-pane').textContent()).toContain(evil);
});

test('Nothing from a file hides or reorders the text around it', async () => {
  const evil = 'a\u202eb\u0007c\u2028d';
  const known = new Answering([{ version: '202604.01.0', images: [evil] }]);
  const text = `{ "version": "v202604.01.3 ${evil}" }`;
  await pages.view.send({ type: 'show', name: evil, coverage: known.coverage(text), nodeSteps: null });
  await pages.view.mark('202604.01.0').click();
  await pages.view.send({ type: 'node-steps', nodeSteps: known.nodeSteps(text, '202604.01.0') });
  const attributes =
    "[...document.querySelectorAll('[title], [aria-label]')].flatMap((one) => [one.title, one.ariaLabel])";
  const shown = `${await pages.view.page.locator('body').textContent()}${await pages.view.page.evaluate(attributes)}`;
  expect(shown).toContain('a\\u202eb\\u0007c\\u2028d');
  for (const character of ['\u202e', '\u0007', '\u2028']) expect(shown).not.toContain(character);
  // The chosen value is the image itself.
  const option = pages.view.page.locator('.filter option', { hasText: 'a\\u202eb' });
  expect(await option.getAttribute('value')).toBe(evil);
});
