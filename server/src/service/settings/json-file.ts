import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type * as z from 'zod/mini';
import { deepestRecovery, nestingDepth, quote, type Range } from '../../model/index.ts';
import { expectation } from './expectation.ts';

/** What keeps a file from being used. */
export interface JsonProblem extends Range {
  readonly message: string;
}

/** What a kind of file is like. */
export interface JsonForm<T> {
  readonly schema: z.ZodMiniType<T>;
  /** Whether comments and trailing commas are welcome in it, and nothing at all. */
  readonly isLenient: boolean;
  /** What is said of a key that has no place there. */
  readonly unknownKey: (path: readonly (string | number)[], key: string) => string;
}

/** Reads a JSON file that somebody wrote, as far as there is something in it: its content, or all that is wrong with it. */
export function readJson<T>(
  text: string,
  { schema, isLenient, unknownKey }: JsonForm<T>,
): { content?: T; problems: readonly JsonProblem[] } {
  if (nestingDepth(text) > deepestRecovery) {
    const message = `This is nested more than ${deepestRecovery} levels deep, which nothing here needs.`;
    return { problems: [{ start: 0, end: Math.min(1, text.length), message }] };
  }
  const errors: ParseError[] = [];
  // Some editors of Windows write a byte-order mark; it says nothing against the file.
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
    const message = 'More is wrong in this than can be told; compare it with its schema.';
    return { problems: [{ start: 0, end: Math.min(1, text.length), message }] };
  }
  const issues = parsed.error?.issues ?? [];
  const found = [...repeatedKeys(root), ...issues.flatMap((issue) => problems(root, issue, unknownKey))];
  if (parsed.success && found.length === 0) return { content: parsed.data, problems: [] };
  return { problems: found.sort((a, b) => a.start - b.start) };
}

/** The texts of a list in a lenient file, and where they are. */
export function elementsOf(text: string, key: string): (Range & { readonly value: string })[] {
  if (nestingDepth(text) > deepestRecovery) return [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const list = root && findNodeAtLocation(root, [key]);
  return (list?.type === 'array' ? (list.children ?? []) : []).flatMap((node) =>
    node.type === 'string' ? [{ ...rangeOf(node), value: String(node.value) }] : [],
  );
}

/** Of a hundred thousand faults, zod passes all to one call, which has no room for so many. */
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
  const excerpt = quote(text.slice(offset, offset + Math.max(1, length)) || 'the end of the file');
  return { start: offset, end: offset + length, message: `This is no JSON at ${excerpt} (${code}).` };
}

/** A reader takes the last of them, and somebody who adds to the first sees nothing happen. */
function repeatedKeys(node: Node): JsonProblem[] {
  const { type, children = [] } = node;
  const keys = type === 'object' ? children.flatMap((pair) => pair.children?.[0] ?? []) : [];
  const first = keyNodesOf(node);
  const again = keys.filter((key) => first.get(key.value) !== key);
  return [
    ...again.map((key) => ({
      ...rangeOf(key),
      message: `${quote(String(key.value))} stands here already: put both together.`,
    })),
    ...children.flatMap(repeatedKeys),
  ];
}

/** jsonc-parser's own conversion assigns `__proto__`; a file's keys never reach a prototype here. */
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
    // The branch that got furthest is the one that was meant.
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
