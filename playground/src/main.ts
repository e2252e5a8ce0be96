import { LanguageClient } from './language-client.ts';
import { showNoServer } from './no-server.ts';
import { Playground } from './playground.ts';

/** The part of the type that is used here. Some browsers do not have it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The page runs no other script than these. */
function trusted(script: 'server.js'): string {
  const policy = window.trustedTypes?.createPolicy('hotfix-playground', { createScriptURL: () => script });
  return policy?.createScriptURL(script) ?? script;
}

async function main(): Promise<void> {
  try {
    const worker = new Worker(trusted('server.js'));
    worker.addEventListener('error', () => showNoServer());
    await new Playground(await LanguageClient.start(worker)).start();
  } catch (error) {
    showNoServer();
    throw error;
  }
}

void main();
