import type { Edit } from '../../model/index.ts';
import type { Level } from '../../rules/index.ts';
import { JsonList } from './json-list.ts';
import { type FileReport, type PlaceRange, Places, type Reporter } from './report.ts';

/** The form of `--format json`. */
interface JsonFinding {
  readonly file: string;
  readonly ruleId: string;
  readonly level: Level;
  readonly message: string;
  readonly range: PlaceRange;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: PlaceRange; readonly text: string }[];
  }[];
}

export function jsonReporter(): Reporter {
  const list = new JsonList();
  return { start: '', file: (report) => list.add(toJson(report)), end: () => `${list.end()}\n` };
}

function toJson({ file, text, findings }: FileReport): JsonFinding[] {
  const places = new Places(text);
  const edit = ({ start, end, text: newText }: Edit) => ({
    range: places.range({ start, end }),
    text: newText,
  });
  return findings.map((finding) => ({
    file,
    ruleId: finding.ruleId,
    level: finding.level,
    message: finding.message,
    range: places.range(finding),
    fixes: finding.fixes().map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(edit) })),
  }));
}
