import { setText } from '../../client/src/coverage/view/elements.ts';
import { LanguageClient } from './language-client.ts';
import { byId } from './page.ts';
import { Playground } from './playground.ts';

/** As far as it is needed here; not every browser has it. */
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

/** The page runs no script that is not named here. */
function trusted(script: 'server.js'): string {
  const policy = window.trustedTypes?.createPolicy('hotfix-playground', { createScriptURL: () => script });
  return policy?.createScriptURL(script) ?? script;
}

async function main(): Promise<void> {
  try {
    const worker = new Worker(trusted('server.js'));
    worker.addEventListener('error', () => tellNoServer());
    await new Playground(await LanguageClient.start(worker)).start();
  } catch (error) {
    tellNoServer();
    throw error;
  }
}

function tellNoServer(): void {
  const notice = byId('notice', HTMLElement);
  setText(
    notice,
    'The checks have stopped: load this page again. From a file of this machine they cannot start, as browsers have it; open the page from a web server.',
  );
  notice.hidden = false;
}

void main();
