/** A request to the workbench in its address: what to open, or which tests to run. */
export type Payload = readonly (readonly [key: string, value: string])[];

/** An absolute path of this machine, as it is named in a window of the server at `origin`. */
export function remoteUri(origin: URL, file: string): string {
  return `vscode-remote://${origin.host}${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of a window on a folder. Only necessary characters are escaped, because people read it. */
export function windowAddress(server: URL, window: { folder: string; payload?: Payload }): string {
  const query = new URLSearchParams(server.searchParams);
  query.set('folder', window.folder);
  if (window.payload?.length) query.set('payload', JSON.stringify(window.payload));
  const readable = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `${server.origin}/?${readable}`;
}
