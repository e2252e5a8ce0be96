import { Uri, type Webview } from 'vscode';

/** The folder of the files that the page may load. */
export function pageFiles(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'client/dist');
}

/** The page around the view. It runs only the view's own script and loads nothing else. */
export function pageFor(webview: Webview, extensionUri: Uri): string {
  const address = (name: string) =>
    webview.asWebviewUri(Uri.joinPath(pageFiles(extensionUri), name)).toString();
  const nonce = makeNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${address('coverage.css')}">
    <title>Upgrade Coverage</title>
  </head>
  <body>
    <main id="coverage"></main>
    <script nonce="${nonce}" src="${address('coverage.js')}"></script>
  </body>
</html>
`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
