import { type JsonFinding, toJson } from '../../service/findings/json-findings.ts';
import { JsonList } from './json-list.ts';
import type { Reporter } from './report.ts';

export function jsonReporter(): Reporter {
  const list = new JsonList();
  const unread: JsonFinding[] = [];
  return {
    start: '',
    file: (report) => list.add(toJson(report)),
    leaveOut(file, message) {
      const start = { line: 1, column: 1 };
      const of = { ruleId: 'unreadable-file', messageId: 'unreadable', level: 'error' } as const;
      unread.push({ file, ...of, message, range: { start, end: start }, fixes: [] });
      return '';
    },
    end: () => `${list.add(unread)}${list.end()}\n`,
  };
}
