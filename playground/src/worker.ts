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
    hotfixWorker?: Worker;
  }
}

/** Starts the server, for the script that is loaded later. `fail` is called if it cannot be started or stops. */
export function startWorker(fail: () => void): void {
  try {
    const worker = new Worker(trusted('server.js'));
    worker.addEventListener('error', fail);
    window.hotfixWorker = worker;
  } catch {
    // The browser does not allow it, for example for a local file.
    fail();
  }
}

export function startedWorker(): Worker {
  const worker = window.hotfixWorker;
  if (worker) return worker;
  throw new Error('The page has no worker: early.js was not loaded, or could not start it.');
}

/** The page runs no other script than these. */
function trusted(script: 'server.js'): string {
  const policy = window.trustedTypes?.createPolicy('hotfix-playground', { createScriptURL: () => script });
  return policy?.createScriptURL(script) ?? script;
}
