import { toJson } from '../../service/findings/json-findings.ts';
import { JsonList } from './json-list.ts';
import type { Reporter } from './report.ts';

export function jsonReporter(): Reporter {
  const list = new JsonList();
  return { start: '', file: (report) => list.add(toJson(report)), end: () => `${list.end()}\n` };
}
