import type { Edit } from '../../model/index.ts';
import type { Level } from '../../rules/index.ts';
import { type LineColumnRange, LineIndex } from '../line-index.ts';
import type { Finding } from './finding.ts';

/** A finding in the form of `check --format json`. */
export interface JsonFinding {
  readonly file: string;
  readonly ruleId: string;
  readonly messageId: string;
  readonly level: Level;
  readonly message: string;
  readonly range: LineColumnRange;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: LineColumnRange; readonly text: string }[];
  }[];
}

/** The findings of one file. */
export interface FileReport {
  /** The name to report, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export function toJson({ file, text, findings }: FileReport): JsonFinding[] {
  const lines = new LineIndex(text);
  const edit = ({ start, end, text: newText }: Edit) => ({
    range: lines.range({ start, end }),
    text: newText,
  });
  return findings.map((finding) => ({
    file,
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    level: finding.level,
    message: finding.message(),
    range: lines.range(finding),
    fixes: finding.fixes().map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(edit) })),
  }));
}
