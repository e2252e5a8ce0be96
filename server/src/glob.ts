type Takes = (character: string) => boolean;

/** A place in a glob: where a character leads from there, and the places that are as good as this one. */
interface State {
  readonly takes?: Takes;
  to?: State;
  readonly also: readonly State[];
}

/** What a part of a glob makes of the place behind it: the place before it. */
type Part = (next: State) => State;

const anything: Takes = () => true;
const inName: Takes = (character) => character !== '/';

/**
 * Matches paths with a glob as in the language server protocol: `*`, `?`, `**`, `{a,b}`, `[a-z]`, `[!a]`.
 *
 * It tries all alternatives at once, so the time grows only with the lengths of glob and path, even for a hostile glob of a
 * repository. Glob libraries create a regular expression, which backtracks.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  // Most globs ask for a name in any folder. The way to it, which may be long, need not be looked at.
  if (!isNameGlob(glob)) return pathMatcher(glob);
  const matches = pathMatcher(glob.slice(anyFolder.length));
  return (path) => matches(path.slice(path.lastIndexOf('/') + 1));
}

const anyFolder = '**/';

/** Whether it asks for the name of a file alone, in whatever folder. */
export function isNameGlob(glob: string): boolean {
  return glob.startsWith(anyFolder) && !glob.includes('/', anyFolder.length);
}

function pathMatcher(glob: string): (path: string) => boolean {
  const end: State = { also: [] };
  const start = inSequence(new GlobReader(glob).sequence(''))(end);
  return (path) => {
    let states = withAlso([start]);
    for (const character of path) {
      const reached: State[] = [];
      for (const { takes, to } of states) if (to && takes?.(character)) reached.push(to);
      if (reached.length === 0) return false;
      states = withAlso(reached);
    }
    return states.has(end);
  };
}

function withAlso(states: readonly State[]): ReadonlySet<State> {
  const reached = new Set(states);
  // A set goes on with what is added on the way.
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

class GlobReader {
  private rest: string;
  private isNewSegment = true;

  constructor(glob: string) {
    this.rest = glob;
  }

  /** Up to one of some characters, or the end: braces that are never closed end with the glob. */
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
    this.take(/^\}/);
    return choice(alternatives);
  }

  private take(pattern: RegExp): string | undefined {
    const taken = pattern.exec(this.rest)?.[0];
    if (taken !== undefined) this.rest = this.rest.slice(taken.length);
    return taken;
  }
}

/** `a-z`, `abc`, `!a`: what stands between brackets. */
function inSet(text: string): Takes {
  const isNegated = /^[!^]/.test(text);
  const ranges = [...text.slice(isNegated ? 1 : 0).matchAll(/(.)-(.)|./gsu)].map(
    ([all, from = all, to = all]) => ({ from, to }),
  );
  return (character) =>
    character !== '/' && ranges.some(({ from, to }) => from <= character && character <= to) !== isNegated;
}
