import { RAL } from 'vscode-languageserver';

/** In milliseconds. A client that takes longer may never answer. */
export const patience = 3_000;

export function after(milliseconds: number): { over: Promise<undefined>; stop: () => void } {
  let stop = () => {};
  const over = new Promise<undefined>((resolve) => {
    const timer = RAL().timer.setTimeout(() => resolve(undefined), milliseconds);
    stop = () => timer.dispose();
  });
  return { over, stop };
}
