import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';

const findTargets = `[...document.querySelectorAll('img, iframe, object, form, a, [onerror]')]
  .filter((element) => !element.closest('body > :is(header, footer, dialog, .skip), main > iframe'))
  .map((element) => element.src ?? element.dataset.href ?? element.href ?? element.tagName)
  .filter((target) => target !== '' && target !== '#')`;

/** The playground in a window of its own, with a record of everything that it must not do. */
export class PlaygroundPage {
  /** Requests to other servers, console messages, errors and violations of the page's own policy. */
  readonly complaints: string[] = [];
  readonly coverage: FrameLocator;

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    this.coverage = page.frameLocator('#coverage');
  }

  static async open(
    browser: Browser,
    address: string,
    { width = 1280, height = 860, fragment = '' } = {},
  ): Promise<PlaygroundPage> {
    const { origin } = new URL(address);
    const context = await browser.newContext({ viewport: { width, height } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const opened = new PlaygroundPage(page, context);
    opened.watch(address.slice(0, address.lastIndexOf('/') + 1));
    await page.goto(`${address}${fragment}`);
    await opened.coverage.locator('.mark').first().waitFor();
    return opened;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** Opens an example of the gallery. */
  async open(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Examples' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: title }).click();
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.focusEditor();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+V');
  }

  /** The exact text in the editor. */
  async text(): Promise<string> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+A');
    return this.selected();
  }

  /** What is selected in the editor. */
  async selected(): Promise<string> {
    await this.page.keyboard.press('Control+C');
    return this.clipboard();
  }

  clipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  async copyLink(): Promise<string> {
    await this.page.getByRole('button', { name: 'Copy link' }).click();
    await this.page.getByText('Link copied.').waitFor();
    return this.clipboard();
  }

  /** Follows a link to a config in the same window. */
  follow(fragment: string): Promise<void> {
    return this.page.evaluate(`{ location.hash = ${JSON.stringify(fragment)} }`);
  }

  /** The files and addresses that the page loads or links to, except those of the initial page. */
  async targets(): Promise<string[]> {
    const inFrames = await Promise.all(
      this.page.frames().map((frame): Promise<string[]> => frame.evaluate(findTargets)),
    );
    const folder = this.page.url().replace(/[^/]*$/, '');
    const names = inFrames.flat().map((target) => target.replace(folder, '').replace(/#.*$/, ''));
    return [...new Set(names)];
  }

  /** The id of the part of the page that has the focus. */
  focusedPart(): Promise<string | undefined> {
    return this.page.evaluate(`document.activeElement.closest('#editor, #findings, #coverage, .tools')?.id`);
  }

  finding(text: string) {
    return this.page.locator('.finding', { hasText: text });
  }

  total(sign: string) {
    return this.coverage.locator(`.total.${sign} .number`);
  }

  mark(version: string) {
    return this.coverage.locator(`.mark[data-version="${version}"]`);
  }

  /** Points at a text in the editor until it has a hover. */
  async hover(text: string, says: string): Promise<string> {
    const part = this.page.locator('.view-line span:not(:has(span))', { hasText: text }).last();
    await part.hover();
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: says }).first();
    await hover.waitFor();
    return (await hover.textContent()) ?? '';
  }

  async select(text: string): Promise<void> {
    await this.page.locator('.view-line span:not(:has(span))', { hasText: text }).last().click();
  }

  private async focusEditor(): Promise<void> {
    await this.page.locator('#editor').click({ position: { x: 60, y: 12 } });
  }

  private watch(folder: string): void {
    const { page, complaints } = this;
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(folder) && !url.startsWith('data:')) complaints.push(`request: ${url}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      // A reload cancels pending work.
      if (why !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}: ${why}`);
    });
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    page.on('popup', (popup) => complaints.push(`popup: ${popup.url()}`));
  }
}
