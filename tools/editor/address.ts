/** A request to the workbench that its address carries: what to open, or which tests to run. */
export type Payload = readonly (readonly [key: string, value: string])[];

/** An absolute path of this machine as a window of the server at `origin` names it. */
export function remoteUri(origin: URL, file: string): string {
  return `vscode-remote://${origin.host}${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of a window on a folder. People read it, so only what must be escaped is. */
export function windowAddress(server: URL, window: { folder: string; payload?: Payload }): string {
  const query = new URLSearchParams(server.searchParams);
  query.set('folder', window.folder);
  if (window.payload?.length) query.set('payload', JSON.stringify(window.payload));
  const readable = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `${server.origin}/?${readable}`;
}
