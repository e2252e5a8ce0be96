import { commands, type Disposable } from 'vscode';
import { showCoverageCommand } from '../../../server/src/protocol.ts';
import { withHead } from './comparison.ts';
import type { CoveragePreview } from './coverage.ts';

/** The command of the code lens. */
export function registerShowCoverage(coverage: CoveragePreview): Disposable {
  return commands.registerCommand(showCoverageCommand, async (uri: unknown, compare: unknown) => {
    if (typeof uri !== 'string') throw new TypeError(`${showCoverageCommand} takes a URI, not ${uri}`);
    if (compare === true) await coverage.compareWith(withHead, uri);
    else coverage.preview(true, uri);
  });
}
