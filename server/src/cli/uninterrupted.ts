import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs work that a signal must not interrupt. A signal during the work ends the process afterwards. */
export async function uninterrupted(work: () => void): Promise<void> {
  let received: (typeof signals)[number] | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    received = signals.find((known) => known === signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  try {
    work();
    // Node handles a signal when its event loop polls, and the first turn may already be past that.
    await setImmediate();
    await setImmediate();
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    if (received !== undefined) endBy(received);
  }
}

/** Ends the process as the signal would have done. The first process of a container is not ended by its own signal. */
function endBy(signal: (typeof signals)[number]): never {
  process.kill(process.pid, signal);
  return process.exit(128 + constants.signals[signal]);
}
