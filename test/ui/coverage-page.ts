import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Message } from '../../coverage-view/src/messages.ts';
import { root } from '../../tools/editor/editions.ts';
import { launchHeadless } from '../support/headless.ts';

const entry = `
  import { CoverageView } from './coverage-view/src/view.ts';
  globalThis.sent = [];
  globalThis.view = new CoverageView(document.getElementById('coverage'), {
    send: (intent) => sent.push(intent),
    load: () => globalThis.saved,
    save: (state) => { globalThis.saved = state; },
  });
`;

/** The view in a page of its own, without an editor. */
export class CoveragePage {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, size = { width: 520, height: 760 }): Promise<CoveragePage> {
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(120_000);
    await page.setContent('<!DOCTYPE html><html lang="en"><body><main id="coverage"></main></body></html>');
    const shared = { absWorkingDir: root, bundle: true, write: false } as const;
    const style = await build({ ...shared, entryPoints: ['coverage-view/src/index.css'] });
    const script = await build({ ...shared, stdin: { contents: entry, resolveDir: root }, format: 'iife' });
    await page.addStyleTag({ content: style.outputFiles[0]?.text ?? '' });
    await page.addScriptTag({ content: script.outputFiles[0]?.text ?? '' });
    return new CoveragePage(page);
  }

  send(message: Message): Promise<void> {
    return this.page.evaluate(`view.receive(${JSON.stringify(message)})`);
  }

  /** The time until the view has laid out each of some messages, in milliseconds. */
  measure(messages: readonly Message[]): Promise<number[]> {
    return this.page.evaluate(`${JSON.stringify(messages)}.map((message) => {
      const start = performance.now();
      view.receive(message);
      document.body.getBoundingClientRect();
      document.querySelector('.calendar').scrollHeight;
      return performance.now() - start;
    })`);
  }

  /** The requests of the view since the last call. */
  asked(): Promise<unknown[]> {
    return this.page.evaluate('sent.splice(0)');
  }

  mark(version: string) {
    return this.page.locator(`.mark[data-version="${version}"]`);
  }

  total(sign: string) {
    return this.page.locator(`.total.${sign} .number`);
  }

  /** The contrast of the least legible visible text, according to WCAG. At least 4.5 is required. */
  leastContrast(): Promise<number> {
    return this.page.evaluate(`(() => {
      const light = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const rgba = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const paperOf = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const paper = rgba(getComputedStyle(at).backgroundColor);
          if (paper[3] === 255) return paper;
        }
        return [255, 255, 255];
      };
      const texts = [...document.querySelectorAll('#coverage *')].filter((element) =>
        element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
      return Math.min(...texts.map((element) => {
        const [a, b] = [rgba(getComputedStyle(element).color), paperOf(element)].map(light).sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
      }));
    })()`);
  }
}

/** A browser for the tests of a file, and a new view for each of them. */
export class CoveragePages {
  private browser: Browser | undefined;
  private shown: CoveragePage | undefined;

  constructor() {
    beforeAll(async () => {
      this.browser = await launchHeadless(console.log);
    });
    afterAll(() => this.browser?.close());
    beforeEach(async () => {
      this.shown = this.browser && (await CoveragePage.open(this.browser));
    });
    afterEach(() => this.shown?.page.close());
  }

  get view(): CoveragePage {
    if (!this.shown) throw new Error('A view is open only during a test.');
    return this.shown;
  }
}
