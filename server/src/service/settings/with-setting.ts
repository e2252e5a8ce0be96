import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import { formattingOf } from '../../rules/formatting.ts';

/** The text of a project file after a change; its comments stay. A path that ends with -1 adds to a list. */
export function withSetting(text: string, path: JSONPath, value: unknown): string {
  const object = /\S/.test(text) ? text : '{}\n';
  const options = { isArrayInsertion: true, formattingOptions: formattingOf(object) };
  return applyEdits(object, modify(object, path, value, options));
}
