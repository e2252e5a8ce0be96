import { spawn } from 'node:child_process';

/** Shows an address in the person's browser where there is one. That it cannot is no fault: the address is printed anyway. */
export function openAddress(address: string): void {
  const [command, ...args] = opener(address);
  if (!command) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => {});
  child.unref();
}

function opener(address: string): string[] {
  const asked = process.env['BROWSER'];
  if (asked === 'none') return [];
  if (asked) return [asked, address];
  switch (process.platform) {
    case 'darwin':
      return ['open', address];
    case 'win32':
      return ['cmd', '/c', 'start', '""', `"${address}"`];
    default:
      return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : [];
  }
}
