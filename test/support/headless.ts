import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../tools/editor/browser.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A browser without a screen, for tests. */
export function launchHeadless(report: (line: string) => void): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(report), args: flags });
}
