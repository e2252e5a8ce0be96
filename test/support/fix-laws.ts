import { createScanner } from 'jsonc-parser';
import {
  Analysis,
  applyEdits,
  binaryVerdict,
  type Config,
  canonicalBase,
  canonicalVersion,
  decodeConfig,
  fieldNamed,
  type Range,
  type SyntaxNode,
  scriptsVerdict,
  trimSpace,
  typeFaults,
} from '../../server/src/model/index.ts';
import { withJsonQuotesAndSpaces } from '../../server/src/model/typography.ts';
import { check, type Finding } from '../../server/src/service/findings/finding.ts';
import { fixAll, hasSafeFix } from '../../server/src/service/findings/fix-all.ts';
import { today } from './markers.ts';

const options = { levels: {}, today };

/** The first broken law for the findings and safe fixes of any text; undefined if there is none. */
export function brokenLaw(text: string): string | undefined {
  const analysis = new Analysis(text);
  const findings = check(analysis, options);
  const tokens = tokensOf(text);
  const borders = bordersOf(tokens, text);
  const misplaced =
    misplacedToken(analysis, borders) ?? findings.find((found) => !isOnTokens(found, tokens, borders));
  if (misplaced) return `no token is at ${JSON.stringify(misplaced)}`;
  if (!findings.some(hasSafeFix)) return undefined;
  const { analysis: again, findings: left, edits } = fixAll(analysis, options, findings);
  const fixed = again.source.text;
  if (fixed === text) return 'there are safe fixes, and fixing all changes nothing';
  if (fixed !== applyEdits(text, edits)) return `the edits do not lead to ${JSON.stringify(fixed)}`;
  const safe = left.find(hasSafeFix);
  if (safe) return `a safe fix is left in ${JSON.stringify(fixed)}: ${safe.ruleId}`;
  // If nothing is uncertain, entries are sorted.
  const { source } = analysis;
  const isCertain = source.certainUntil === undefined || source.certainUntil === Number.POSITIVE_INFINITY;
  if (meaningOf(text, tokens, isCertain) !== meaningOf(fixed, tokensOf(fixed), isCertain))
    return `something else is changed: ${JSON.stringify(fixed)}`;
  const lost = lostUpgrade(analysis, again);
  return lost && `an upgrade is lost: ${lost} in ${JSON.stringify(fixed)}`;
}

interface Token extends Range {
  readonly raw: string;
  /** For a string, its value. */
  readonly value: string;
}

const endOfFile = 17;

/** As jsonc-parser's scanner returns them, including white space and comments. */
function tokensOf(text: string): Token[] {
  // A byte-order mark is not part of a config.
  const { text: plain } = withJsonQuotesAndSpaces(
    text.replace(/^\ufeff+/, (marks) => ' '.repeat(marks.length)),
    0,
  );
  const scanner = createScanner(plain, false);
  const tokens: Token[] = [];
  while (scanner.scan() !== endOfFile) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    tokens.push({ start, end, raw: plain.slice(start, end), value: scanner.getTokenValue() });
  }
  return tokens;
}

interface Borders {
  /** The tokens by their start. */
  readonly starts: ReadonlyMap<number, Token>;
  readonly ends: ReadonlySet<number>;
}

function bordersOf(tokens: readonly Token[], text: string): Borders {
  const starts = new Map(tokens.map((token) => [token.start, token]));
  return { starts, ends: new Set(tokens.map(({ end }) => end)).add(text.length) };
}

function misplacedToken({ source }: Analysis, { starts, ends }: Borders): unknown {
  const isPlaced = (value: SyntaxNode) => {
    const token = starts.get(value.start);
    if (!token || !ends.has(value.end) || value.end < token.end || value.end > source.text.length)
      return false;
    return value.kind !== 'string' || (token.end === value.end && token.value.toWellFormed() === value.value);
  };
  const isKey = (key: SyntaxNode) => {
    const token = starts.get(key.start);
    return token?.raw.startsWith('"') && token.end === key.end;
  };
  const all = source.fields.flatMap((field) => [field, ...field.entries]);
  return (
    (source.root && !isPlaced(source.root) ? source.root : undefined) ??
    all.find(({ key, value }) => !isKey(key) || !isPlaced(value) || value.start < key.end)
  );
}

/** Whether a finding is about a token or a part of one, or about a property from its key to the end of its value. */
function isOnTokens(
  { ruleId, start, end }: Finding,
  tokens: readonly Token[],
  { starts, ends }: Borders,
): boolean {
  if (starts.has(start) && (ends.has(end) || ruleId === 'json-syntax')) return true;
  if (start === 0 && end <= 1) return true;
  if (ruleId === 'json-syntax' && start >= (tokens.at(-1)?.end ?? 0)) return true;
  return tokens.some((token) => token.start <= start && end <= token.end);
}

/** A text in which everything that a safe fix may change is normalized. */
function meaningOf(text: string, placed: readonly Token[], isSortable: boolean): string {
  const tokens = text.startsWith('\ufeff') ? tokensOf(text.replace(/^\ufeff+/, '')) : placed;
  const solid = tokens.filter(({ raw }) => !/^\s|^\/[/*]/.test(raw));
  const parts: string[] = [];
  let at = 0;
  for (const token of tokens) {
    const { raw } = token;
    if (token !== solid[at]) {
      // The tokens of white space depend on what is between them.
      parts.push(...(raw.trim() === '' ? raw : [raw]));
      continue;
    }
    const [previous, next] = [solid[at - 1]?.raw, solid[at + 1]?.raw];
    at++;
    if (raw === ',' && (next === '}' || next === ']')) continue;
    parts.push(raw.startsWith('"') ? spelledOneWay(token, previous === '{' || previous === ',') : raw);
  }
  return (isSortable ? parts.sort() : parts).join('');
}

function spelledOneWay({ value, raw }: Token, isKey: boolean): string {
  const trimmed = trimSpace(value);
  const one = isKey ? (canonicalBase(trimmed) ?? fieldNamed(value)) : (canonicalVersion(trimmed) ?? trimmed);
  return one === undefined || !raw.endsWith('"') ? raw : `"${one}"`;
}

const bakedVersions = ['202611.01.0', '202611.02.0', '202611.02.2', '202612.20.0', '202611.31.0'];

/** An upgrade that nodes get from one config and not from another. */
function lostUpgrade(before: Analysis, after: Analysis): string | undefined {
  const [from, to] = [repairedConfig(before), repairedConfig(after)];
  for (const baked of bakedVersions) {
    if (binaryVerdict(from, baked).upgrade && !binaryVerdict(to, baked).upgrade) return `${baked} binary`;
    if (scriptsVerdict(from, baked).upgrade && !scriptsVerdict(to, baked).upgrade) return `${baked} scripts`;
  }
  return undefined;
}

/** With the values that a broken text would have without its faults. */
function repairedConfig({ source }: Analysis): Config | null {
  const repaired = { ...source, faults: [] };
  return decodeConfig(repaired, typeFaults(repaired));
}
