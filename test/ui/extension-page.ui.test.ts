import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const session = useSession({ files: { 'notes.json': '{}\n' } });

/** The width of the picture itself: 0 if it is not loaded. */
const widthOf = (image: { readonly naturalWidth?: number }) => image.naturalWidth;

test('The page of the extension in VS Code shows the pictures of its README', async () => {
  const { window } = session;
  await window.runCommand('View: Show Extensions');
  await window.page.locator('.extension-list-item', { hasText: 'Hotfix Config' }).first().click();
  const pictures = window.page
    .frameLocator('iframe.webview.ready')
    .frameLocator('iframe')
    .locator('img[src^="data:image/png"]');
  await expect.poll(() => pictures.count(), { timeout: 60_000 }).toBe(4);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate(widthOf)).toBeGreaterThan(400);
  }
  await window.screenshot('extension-page');
});
