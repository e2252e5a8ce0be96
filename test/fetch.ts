// Fetches what the tests run in, before several of them need it at the same time.
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
