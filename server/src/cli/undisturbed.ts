import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does work that a signal must not cut in half: one that arrives meanwhile ends the process when the work is done. */
export async function undisturbed(work: () => void): Promise<void> {
  let received: (typeof signals)[number] | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    received = signals.find((known) => known === signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  try {
    work();
    // Node learns of a signal when its loop looks for events, which the first turn may have behind it.
    await setImmediate();
    await setImmediate();
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    if (received !== undefined) endBy(received);
  }
}

/** As the signal would have done; the first process of a container is not ended by its own. */
function endBy(signal: (typeof signals)[number]): never {
  process.kill(process.pid, signal);
  return process.exit(128 + constants.signals[signal]);
}
