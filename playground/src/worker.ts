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
    /** The worker of this page; the reason if the browser does not allow it. */
    hotfixWorker?: Worker | Error;
  }
}

/** Starts the server, for the script that is loaded later. */
export function startWorker(): void {
  try {
    window.hotfixWorker = new Worker(trusted('server.js'));
  } catch (error) {
    window.hotfixWorker = error instanceof Error ? error : new Error(String(error));
  }
}

export function startedWorker(): Worker {
  const worker = window.hotfixWorker;
  if (worker instanceof Worker) return worker;
  throw worker ?? new Error('The page has no worker: early.js was not loaded.');
}

/** The page runs no other script than these. */
function trusted(script: 'server.js'): string {
  const policy = window.trustedTypes?.createPolicy('hotfix-playground', { createScriptURL: () => script });
  return policy?.createScriptURL(script) ?? script;
}
