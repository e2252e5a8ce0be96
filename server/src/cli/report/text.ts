import { type Paints, textReport } from '../../service/findings/text-report.ts';
import { visible } from '../../service/visible.ts';
import type { Reporter } from './report.ts';
import { withoutBrackets } from './runner-commands.ts';

const shown = (text: string) => withoutBrackets(visible(text), '\ufffd');

/** One finding after another, each with its line and a caret under it. */
export function textReporter(paint: Paints): Reporter {
  return { start: '', file: (report) => textReport(report, paint, shown), leaveOut: () => '', end: () => '' };
}
