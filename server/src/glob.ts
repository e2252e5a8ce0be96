type Takes = (character: string) => boolean;

/** A state of a glob: the state after a character, and the states that are reached without one. */
interface State {
  readonly takes?: Takes;
  to?: State;
  readonly also: readonly State[];
}

/** A part of a glob: turns the state after it into the state before it. */
type Part = (next: State) => State;

const anything: Takes = () => true;
const inName: Takes = (character) => character !== '/';

/**
 * Matches paths with a glob as in the language server protocol: `*`, `?`, `**`, `{a,b}`, `[a-z]`, `[!a]`.
 *
 * It tries all alternatives at once, so the time grows only with the lengths of glob and path, even for a hostile glob of a
 * repository. Glob libraries create a regular expression, which backtracks: picomatch takes minutes for ten times `*a` and a
 * name of 60 letters. It also remembers what it tried, so that many similar paths cost no more than their lengths.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  // Most globs name a file in any folder, so the folders in the path, which can be long, are not matched.
  if (!isNameGlob(glob)) return pathMatcher(glob);
  const matches = pathMatcher(glob.slice(anyFolder.length));
  return (path) => matches(path.slice(path.lastIndexOf('/') + 1));
}

const anyFolder = '**/';

/** Whether a glob only has the name of a file, in any folder. */
export function isNameGlob(glob: string): boolean {
  return glob.startsWith(anyFolder) && !glob.includes('/', anyFolder.length);
}

function pathMatcher(glob: string): (path: string) => boolean {
  const end: State = { also: [] };
  const start = inSequence(new GlobReader(glob).sequence(''))(end);
  const steps = new Steps();
  const first = steps.of([start]);
  return (path) => {
    let step = first;
    for (const character of path) {
      step = step.next.get(character) ?? steps.after(step, character);
      if (step.states.size === 0) return false;
    }
    return step.states.has(end);
  };
}

/** The states after a part of a path, and the steps after the next characters that were tried. */
interface Step {
  readonly states: ReadonlySet<State>;
  readonly next: Map<string, Step>;
}

/** More are not remembered, which bounds the memory. */
const mostSteps = 1000;

class Steps {
  private readonly known = new Map<string, Step>();
  private readonly ids = new Map<State, number>();
  private count = 0;

  after({ states, next }: Step, character: string): Step {
    const reached: State[] = [];
    for (const { takes, to } of states) if (to && takes?.(character)) reached.push(to);
    if (this.count === mostSteps) return { states: withAlso(reached), next: new Map() };
    this.count++;
    const step = this.of(reached);
    next.set(character, step);
    return step;
  }

  of(reached: readonly State[]): Step {
    const states = withAlso(reached);
    const key = [...states]
      .map((state) => this.idOf(state))
      .sort()
      .join();
    const step = this.known.get(key) ?? { states, next: new Map() };
    this.known.set(key, step);
    return step;
  }

  private idOf(state: State): number {
    const id = this.ids.get(state) ?? this.ids.size;
    this.ids.set(state, id);
    return id;
  }
}

function withAlso(states: readonly State[]): ReadonlySet<State> {
  const reached = new Set(states);
  // Iterating over a set includes the items that are added during the iteration.
  for (const { also } of reached) for (const state of also) reached.add(state);
  return reached;
}

const one =
  (takes: Takes): Part =>
  (to) => ({ takes, to, also: [] });

const anyNumber =
  (takes: Takes): Part =>
  (next) => {
    const state: State = { takes, also: [next] };
    state.to = state;
    return state;
  };

const choice =
  (alternatives: readonly Part[]): Part =>
  (next) => ({ also: alternatives.map((part) => part(next)) });

const inSequence =
  (parts: readonly Part[]): Part =>
  (end) =>
    parts.reduceRight((next, part) => part(next), end);

const literal = (text: string): Part => one((character) => character === text);
const folders = choice([inSequence([]), inSequence([anyNumber(anything), literal('/')])]);

/** What is wrong with a glob of a setting or a flag; undefined if nothing is. */
export function problemOf(glob: string): string | undefined {
  if (glob.startsWith('!')) return '"!" is not supported; use "ignore" to leave files out';
  const reader = new GlobReader(glob);
  reader.sequence('');
  return reader.unclosed === undefined ? undefined : `"${reader.unclosed}" is not closed`;
}

class GlobReader {
  /** A bracket without its end, which matches itself. */
  unclosed: '{' | '[' | undefined;
  private rest: string;
  private isNewSegment = true;

  constructor(glob: string) {
    this.rest = glob;
  }

  /** Up to one of some characters, or to the end: an unclosed brace ends with the glob. */
  sequence(until: string): Part[] {
    const parts: Part[] = [];
    while (this.rest !== '' && !until.includes(this.rest.charAt(0))) parts.push(this.part());
    return parts;
  }

  private part(): Part {
    const { isNewSegment } = this;
    if (this.take(/^\{/)) return this.choice();
    if (isNewSegment && this.take(/^\*\*\//)) return folders;
    this.isNewSegment = false;
    if (isNewSegment && this.take(/^\*\*(?![^,}])/)) return anyNumber(anything);
    if (this.take(/^\*+/)) return anyNumber(inName);
    if (this.take(/^\?/)) return one(inName);
    const set = this.take(/^\[[!^]?[^\]]+\]/);
    if (set) return one(inSet(set.slice(1, -1)));
    if (this.rest.startsWith('[')) this.unclosed = '[';
    const character = (this.take(/^\\?./su) ?? '').replace(/^\\(?=.)/s, '');
    this.isNewSegment = character === '/';
    return literal(character);
  }

  private choice(): Part {
    const { isNewSegment } = this;
    const alternatives: Part[] = [];
    do {
      this.isNewSegment = isNewSegment;
      alternatives.push(inSequence(this.sequence(',}')));
    } while (this.take(/^,/));
    if (!this.take(/^\}/)) this.unclosed = '{';
    return choice(alternatives);
  }

  private take(pattern: RegExp): string | undefined {
    const taken = pattern.exec(this.rest)?.[0];
    if (taken !== undefined) this.rest = this.rest.slice(taken.length);
    return taken;
  }
}

/** The content of brackets: `a-z`, `abc`, `!a`. */
function inSet(text: string): Takes {
  const isNegated = /^[!^]/.test(text);
  const ranges = [...text.slice(isNegated ? 1 : 0).matchAll(/(.)-(.)|./gsu)].map(
    ([all, from = all, to = all]) => ({ from, to }),
  );
  return (character) =>
    character !== '/' && ranges.some(({ from, to }) => from <= character && character <= to) !== isNegated;
}
