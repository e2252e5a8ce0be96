import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type * as z from 'zod/mini';
import { deepestRecovery, nestingDepth, quote, type Range } from '../model/index.ts';
import { expectation } from './expectation.ts';
import { type ProjectSettings, projectSettingsSchema } from './settings.ts';

/** What keeps a project file from being used. */
export interface ProjectProblem extends Range {
  readonly message: string;
}

export interface ProjectFile {
  /** Empty as long as there is a problem: half of somebody's settings would be a third configuration. */
  readonly settings: ProjectSettings;
  readonly problems: readonly ProjectProblem[];
}

const notInForce = 'Until that is repaired, none of the settings in this file is in force.';

/** Whoever is given a folder to look at must not read other files because of it. */
export const linkedOutside: ProjectFile = {
  settings: {},
  problems: [
    {
      start: 0,
      end: 0,
      message: `This is a symbolic link to a place outside of its folder, where it is not read: put the settings themselves here. ${notInForce}`,
    },
  ],
};

/** Reads `.hotfixrc.json`; comments and trailing commas are welcome in it. */
export function readProjectFile(text: string): ProjectFile {
  if (nestingDepth(text) > deepestRecovery) {
    const message = `This is nested more than ${deepestRecovery} levels deep, which no setting needs. ${notInForce}`;
    return { settings: {}, problems: [{ start: 0, end: Math.min(1, text.length), message }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const [first] = errors;
  if (first) {
    const code = printParseErrorCode(first.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    const excerpt = quote(
      text.slice(first.offset, first.offset + Math.max(1, first.length)) || 'the end of the file',
    );
    const message = `This is no JSON at ${excerpt} (${code}). ${notInForce}`;
    return { settings: {}, problems: [{ start: first.offset, end: first.offset + first.length, message }] };
  }
  if (!root) return { settings: {}, problems: [] };
  const parsed = projectSettingsSchema.safeParse(plain(root));
  const issues = parsed.error?.issues ?? [];
  const found = [...repeatedKeys(root), ...issues.flatMap((issue) => problems(root, issue))];
  if (parsed.success && found.length === 0) return { settings: parsed.data, problems: [] };
  return { settings: {}, problems: found.sort((a, b) => a.start - b.start) };
}

/** A reader takes the last of them, and somebody who adds to the first sees nothing happen. */
function repeatedKeys(node: Node): ProjectProblem[] {
  const { type, children = [] } = node;
  const keys = type === 'object' ? children.flatMap((pair) => pair.children?.[0] ?? []) : [];
  const first = keyNodesOf(node);
  const again = keys.filter((key) => first.get(key.value) !== key);
  return [
    ...again.map((key) => ({
      ...rangeOf(key),
      message: `${quote(String(key.value))} stands here already: put both together. ${notInForce}`,
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

function problems(root: Node, issue: z.core.$ZodIssue): ProjectProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const node = findNodeAtLocation(root, path) ?? root;
  if (issue.code === 'unrecognized_keys') {
    const keyNodes = keyNodesOf(node);
    return issue.keys.map((key) => ({
      ...rangeOf(keyNodes.get(key) ?? node),
      message: `${unknownKey(path, key)} ${notInForce}`,
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that got furthest is the one that was meant.
    const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    return deepest.flatMap((inner) => problems(root, { ...inner, path: [...issue.path, ...inner.path] }));
  }
  const where = path.length > 0 ? quote(path.join('.')) : 'The file';
  return [{ ...rangeOf(node), message: `${where} ${expectation(issue, shown(node))}. ${notInForce}` }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map(({ path, code }) => path.length + (code === 'custom' ? 1 : 0)));
}

function unknownKey(path: readonly (string | number)[], key: string): string {
  return path[0] === 'rules' ? `There is no rule ${quote(key)}.` : `There is no setting ${quote(key)}.`;
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
