// Fetches what the tests run in, before several of them ask for it at once.
import { findBrowser } from '../tools/editor/browser.ts';
import { oldest } from '../tools/editor/editions.ts';
import { fetchEditor } from '../tools/editor/fetch.ts';

async function main(): Promise<void> {
  const editor = fetchEditor(oldest, console.log);
  try {
    findBrowser(console.log);
  } finally {
    await editor;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
