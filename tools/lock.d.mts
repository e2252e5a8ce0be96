export function withLock<T>(
  file: string,
  work: () => T | Promise<T>,
  onWait?: (pid: number | undefined) => void,
): Promise<T>;
