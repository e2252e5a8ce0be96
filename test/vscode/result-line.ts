/** The messages of a test suite inside the editor to its runner, which only sees console lines. */
export type ResultEvent =
  | { readonly kind: 'start'; readonly tests: number }
  | { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly title: string; readonly reason: string }
  | { readonly kind: 'skipped'; readonly title: string }
  | { readonly kind: 'end' };

// An editor can add a time or a host name before a line, so the event is found by its mark.
const mark = '@@test-result ';

export function formatResult(event: ResultEvent): string {
  return `${mark}${JSON.stringify(event)}`;
}

export function parseResult(line: string): ResultEvent | undefined {
  const start = line.indexOf(mark);
  return start < 0 ? undefined : JSON.parse(line.slice(start + mark.length));
}
