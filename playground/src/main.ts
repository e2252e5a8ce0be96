import { LanguageClient } from './language-client.ts';
import { showNoServer } from './no-server.ts';
import { Playground } from './playground.ts';
import { startedWorker } from './worker.ts';

async function main(): Promise<void> {
  try {
    const worker = startedWorker();
    worker.addEventListener('error', () => showNoServer());
    await new Playground(await LanguageClient.start(worker)).start();
  } catch (error) {
    showNoServer();
    throw error;
  }
}

void main();
