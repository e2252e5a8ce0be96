import { existsSync } from 'node:fs';
import path from 'node:path';
import { canInstallPackages, installPackages } from './apt.ts';

const names = [
  // Chromium without features that only a screen needs.
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'msedge',
];

/** An installed Chrome, Chromium or Edge. As root on Debian, Chromium is installed if there is none. */
export function findBrowser(report: (line: string) => void): string {
  const asked = process.env['CHROME_PATH'];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(
      `CHROME_PATH names "${asked}", which does not exist: correct it, or unset it to look in the usual places.`,
    );
  }
  const found = usualPlaces().find((file) => existsSync(file));
  if (found) return found;
  const installed = canInstallPackages() ? install(report) : undefined;
  if (installed) return installed;
  throw new Error(
    'The tests in the editor need Chrome, Chromium or Edge: install one, or name it with CHROME_PATH=/path/to/it.',
  );
}

function usualPlaces(): string[] {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ];
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .flatMap((name) => process.env[name] ?? [])
        .flatMap((folder) => [
          path.join(folder, 'Google/Chrome/Application/chrome.exe'),
          path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          path.join(folder, 'Chromium/Application/chrome.exe'),
        ]);
    default:
      return names.flatMap((name) => onPath.map((folder) => path.join(folder, name)));
  }
}

function install(report: (line: string) => void): string | undefined {
  report('Installing Chromium (apt-get), which the tests in the editor need …');
  try {
    installPackages(['chromium-headless-shell']);
  } catch (error) {
    report(error instanceof Error ? error.message : String(error));
  }
  return usualPlaces().find((file) => existsSync(file));
}
