import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Opens an address in the user's browser, if there is one. A failure is ignored, because the address is printed
 * anyway. Every user of a machine can see the arguments of every process, so an address with a token is written to a
 * file in a private folder.
 */
export function openAddress(address: string, privateFolder?: string): void {
  const [command, ...args] = opener(() => (privateFolder ? redirection(address, privateFolder) : address));
  if (!command) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => {});
  child.unref();
}

/** The address of a page that redirects to another one. */
function redirection(address: string, folder: string): string {
  const file = path.join(folder, 'open.html');
  const target = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const page = `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${target}">
<title>VS Code</title>
<a href="${target}">Open VS Code</a>
`;
  writeFileSync(file, page, { mode: 0o600 });
  return pathToFileURL(file).href;
}

function opener(shown: () => string): string[] {
  const asked = process.env['BROWSER'];
  if (asked === 'none') return [];
  const isScreen = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (asked) return [asked, shown()];
  switch (process.platform) {
    case 'darwin':
      return ['open', shown()];
    case 'win32':
      return ['cmd', '/c', 'start', '""', `"${shown()}"`];
    default:
      return isScreen ? ['xdg-open', shown()] : [];
  }
}
