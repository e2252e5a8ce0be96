/** A request to the workbench in its address: what to open, or which tests to run. */
export type Payload = readonly (readonly [key: string, value: string])[];

/** An absolute path of this machine, as it is named in a window of the server at `origin`. */
export function remoteUri(origin: URL, file: string): string {
  return `vscode-remote://${origin.host}${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** What a window opens: a folder, or the folders of a workspace file. */
export type Opened = { readonly folder: string } | { readonly workspace: string };

/** The address of a window. Only necessary characters are escaped, because people read it. */
export function windowAddress(server: URL, opened: Opened, payload: Payload = []): string {
  const query = new URLSearchParams(server.searchParams);
  for (const [kind, path] of Object.entries(opened)) query.set(kind, path);
  if (payload.length) query.set('payload', JSON.stringify(payload));
  const readable = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `${server.origin}/?${readable}`;
}
