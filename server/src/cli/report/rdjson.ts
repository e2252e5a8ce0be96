import type { Edit } from '../../model/index.ts';
import type { Level } from '../../rules/index.ts';
import type { FileReport } from '../../service/findings/json-findings.ts';
import { LineIndex } from '../../service/line-index.ts';
import { JsonList } from './json-list.ts';
import type { Reporter } from './report.ts';
import { rulePage } from './rule-page.ts';

const severities: Readonly<Record<Level, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};

/** Reviewdog's diagnostics. Its columns count bytes of UTF-8. */
export function rdjsonReporter(): Reporter {
  const list = new JsonList(1);
  const unread: object[] = [];
  return {
    start: '{\n  "source": { "name": "hotfix-config" },\n  "diagnostics": ',
    file: (report) => list.pieces(diagnostics(report)),
    leaveOut(path, message) {
      unread.push({ message, location: { path }, severity: 'ERROR', code: { value: 'unreadable-file' } });
      return '';
    },
    end: () => `${list.add(unread)}${list.end()}\n}\n`,
  };
}

function* diagnostics({ file, text, findings }: FileReport) {
  const lines = new LineIndex(text);
  const position = (offset: number) => {
    const { line, column } = lines.position(offset);
    return { line, column: Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1 };
  };
  const range = ({ start, end }: Pick<Edit, 'start' | 'end'>) => ({
    start: position(start),
    end: position(end),
  });
  for (const finding of findings) {
    // A suggestion is a single edit.
    const page = rulePage(finding.ruleId);
    const suggestions = finding.fixes().flatMap(({ edits }) => (edits.length === 1 ? edits : []));
    yield {
      message: finding.message(),
      location: { path: file, range: range(finding) },
      severity: severities[finding.level],
      code: { value: finding.ruleId, ...(page !== undefined && { url: page }) },
      ...(suggestions.length > 0 && {
        suggestions: suggestions.map((edit) => ({ range: range(edit), text: edit.text })),
      }),
    };
  }
}
