// Prints how long a fresh window takes to show our first squiggle, as a ratio to VS Code's own JSON squiggle in the
// same window.
import { parseArgs } from 'node:util';
import { type Editor, openEditor } from '../test/ui/editor.ts';

const open = 'aks-node-controller-hotfix.json';

/**
 * VS Code's JSON support reports the duplicate as a warning, we report the `v` as an error. Neither reports the
 * other.
 */
const config = `{
  "hotfixes": {
    "202601.01": "202601.01.1",
    "202601.01": "202601.01.2",
    "202601.02": "v202601.02.1"
  }
}
`;

/** Runs in the page from its start. Its clock starts when the page is requested. */
const watchSquiggles = `
  const times = (globalThis.squiggles = {});
  const look = () => {
    for (const kind of ['error', 'warning'])
      if (!(kind in times) && document.querySelector('.squiggly-' + kind)) times[kind] = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const editor = await openEditor({ files: { [open]: config }, open });
  try {
    // The first window fills the caches of server and browser.
    await measure(editor);
    console.log('first squiggle in a fresh window: ours / of VS Code’s JSON support, milliseconds');
    const ratios: number[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      const { error: ours, warning: theirs } = await measure(editor);
      ratios.push(ours / theirs);
      console.log(`${(ours / theirs).toFixed(2)} (${ours.toFixed(0)} / ${theirs.toFixed(0)})`);
    }
    const median = ratios.toSorted((a, b) => a - b)[ratios.length >> 1] ?? Number.NaN;
    console.log(`median ${median.toFixed(2)}`);
  } finally {
    await editor.close();
  }
}

async function measure(editor: Editor): Promise<{ readonly error: number; readonly warning: number }> {
  const { page } = await editor.newWindow((blank) => blank.addInitScript(watchSquiggles));
  for (const kind of ['error', 'warning'])
    await page.locator(`.squiggly-${kind}`).first().waitFor({ state: 'attached' });
  const times = await page.evaluate<{ error: number; warning: number }>('squiggles');
  await page.close();
  return times;
}

void main();
