import { showNoServer } from './no-server.ts';
import { startedWorker } from './worker.ts';

/** The editor is large. It is loaded in pieces, so that the page reacts in between. */
async function loadPage() {
  await import('./load-model.ts');
  await import('./load-view.ts');
  await import('./load-editor.ts');
  return import('./playground.ts');
}

async function main(): Promise<void> {
  try {
    const { openPlayground } = await loadPage();
    await openPlayground(startedWorker());
  } catch (error) {
    showNoServer();
    throw error;
  }
}

void main();
