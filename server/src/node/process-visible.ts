/** Whether this process can see another one. In a container or as another user it does not see its client. */
export function isProcessVisible(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
