import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type * as z from 'zod/mini';
import { deepestRecovery, nestingDepth, quote, type Range } from '../../model/index.ts';
import { expectation } from './expectation.ts';

/** A problem that makes a file invalid. */
export interface JsonProblem extends Range {
  readonly message: string;
}

/** How to read a kind of file. */
export interface JsonForm<T> {
  readonly schema: z.ZodMiniType<T>;
  /** Whether comments, trailing commas and an empty file are allowed. */
  readonly isLenient: boolean;
  /** The message for an unknown key. */
  readonly unknownKey: (path: readonly (string | number)[], key: string) => string;
}

/** Reads a JSON file: its content, or all its problems. An empty file has neither. */
export function readJson<T>(
  text: string,
  { schema, isLenient, unknownKey }: JsonForm<T>,
): { content?: T; problems: readonly JsonProblem[] } {
  if (nestingDepth(text) > deepestRecovery) {
    const message = `The file is nested more than ${deepestRecovery} levels deep.`;
    return { problems: [{ start: 0, end: Math.min(1, text.length), message }] };
  }
  const errors: ParseError[] = [];
  // Some Windows editors write a byte-order mark, which is allowed here.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, {
    disallowComments: !isLenient,
    allowTrailingComma: isLenient,
    allowEmptyContent: isLenient,
  });
  const [first] = errors;
  if (first) return { problems: [syntaxProblem(text, first)] };
  if (!root) return { problems: [] };
  const parsed = parse(schema, plain(root));
  if (!parsed) {
    const message = 'The file has too many problems to list. Compare it with its schema.';
    return { problems: [{ start: 0, end: Math.min(1, text.length), message }] };
  }
  const issues = parsed.error?.issues ?? [];
  const found = [...repeatedKeys(root), ...issues.flatMap((issue) => problems(root, issue, unknownKey))];
  if (parsed.success && found.length === 0) return { content: parsed.data, problems: [] };
  return { problems: found.sort((a, b) => a.start - b.start) };
}

/** The strings of a list in a lenient file, with their ranges. */
export function elementsOf(text: string, key: string): (Range & { readonly value: string })[] {
  return nodesOf(text, key).flatMap((node) =>
    node.type === 'string' ? [{ ...rangeOf(node), value: String(node.value) }] : [],
  );
}

/** The ranges of the elements of a list in a lenient file. */
export function rangesOf(text: string, key: string): Range[] {
  return nodesOf(text, key).map(({ offset, length }) => ({ start: offset, end: offset + length }));
}

function nodesOf(text: string, key: string): readonly Node[] {
  if (nestingDepth(text) > deepestRecovery) return [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const list = root && findNodeAtLocation(root, [key]);
  return list?.type === 'array' ? (list.children ?? []) : [];
}

/** With about a hundred thousand problems zod exceeds the argument limit of a call. */
function parse<T>(schema: z.ZodMiniType<T>, value: unknown) {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function syntaxProblem(text: string, { error, offset, length }: ParseError): JsonProblem {
  const code = printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  const excerpt = quote(text.slice(offset, offset + Math.max(1, length)) || 'end of file');
  return { start: offset, end: offset + length, message: `Invalid JSON at ${excerpt} (${code}).` };
}

/** Only the last one counts, so an addition to the first one would have no effect. */
function repeatedKeys(node: Node): JsonProblem[] {
  const { type, children = [] } = node;
  const keys = type === 'object' ? children.flatMap((pair) => pair.children?.[0] ?? []) : [];
  const first = keyNodesOf(node);
  const again = keys.filter((key) => first.get(key.value) !== key);
  return [
    ...again.map((key) => ({
      ...rangeOf(key),
      message: `Duplicate key ${quote(String(key.value))}. Merge the two.`,
    })),
    ...children.flatMap(repeatedKeys),
  ];
}

/** Unlike jsonc-parser's conversion, this never assigns to `__proto__`. */
function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value;
  const pairs = (node.children ?? []).map(({ children }) => [children?.[0]?.value, children?.[1]] as const);
  return Object.fromEntries(pairs.map(([key, value]) => [key, value && plain(value)]));
}

function problems(
  root: Node,
  issue: z.core.$ZodIssue,
  unknownKey: JsonForm<unknown>['unknownKey'],
): JsonProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const found = findNodeAtLocation(root, path);
  const node = found ?? findNodeAtLocation(root, path.slice(0, -1)) ?? root;
  if (issue.code === 'unrecognized_keys') {
    const keyNodes = keyNodesOf(node);
    return issue.keys.map((key) => ({
      ...rangeOf(keyNodes.get(key) ?? node),
      message: unknownKey(path, key),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that matched deepest is the intended one.
    const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    return deepest.flatMap((inner) =>
      problems(root, { ...inner, path: [...issue.path, ...inner.path] }, unknownKey),
    );
  }
  const where = path.length > 0 ? quote(path.join('.')) : 'The file';
  const wrong = found ? expectation(issue, shown(found)) : 'is missing';
  return [{ ...rangeOf(node), message: `${where} ${wrong}.` }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce(
    (most, { path, code }) => Math.max(most, path.length + (code === 'custom' ? 1 : 0)),
    0,
  );
}

function shown(node: Node): string {
  return quote(node.type === 'string' ? String(node.value) : JSON.stringify(plain(node)));
}

/** The keys of an object by their texts; of one that repeats, the first. */
function keyNodesOf({ children = [] }: Node): ReadonlyMap<unknown, Node | undefined> {
  return new Map(children.toReversed().map(({ children: pair }) => [pair?.[0]?.value, pair?.[0]]));
}

function rangeOf({ offset, length, type }: Node): Range {
  const compound = type === 'object' || type === 'array';
  return { start: offset, end: offset + (compound ? 1 : length) };
}
