import {
  type ArrayNode,
  type ConfigSource,
  configSource,
  type LiteralNode,
  type NullNode,
  type ObjectNode,
  type Property,
  type StringNode,
  type SyntaxFault,
  type SyntaxFaultCode,
  type SyntaxNode,
} from './source.ts';
import { isBlank } from './white-space.ts';

/** Go's decoder refuses a deeper value. */
export const deepestNesting = 10_000;

/**
 * Reads a config like a node's strict decoder, in one pass that runs at every keystroke. It stops at the first fault.
 * A visitor of jsonc-parser would be three times slower on large files, and it accepts texts that a node refuses.
 */
export function readStrict(text: string): ConfigSource | SyntaxFault {
  if (isBlank(text)) return configSource(text, undefined, []);
  try {
    return configSource(text, new StrictReader(text, text.isWellFormed()).read(), []);
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.fault;
    throw thrown;
  }
}

/** Unwinds the reader at the first fault. It never leaves this file. */
class Stop {
  constructor(readonly fault: SyntaxFault) {}
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /true|false|null/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

enum Char {
  Tab = 0x09,
  LineFeed = 0x0a,
  CarriageReturn = 0x0d,
  Space = 0x20,
  Quote = 0x22,
  Comma = 0x2c,
  Colon = 0x3a,
  Backslash = 0x5c,
  OpenBracket = 0x5b,
  CloseBracket = 0x5d,
  OpenBrace = 0x7b,
  CloseBrace = 0x7d,
}

/** An object that is being read, with its last key. */
interface OpenObject {
  readonly closer: Char.CloseBrace;
  readonly start: number;
  readonly properties: Property[];
  key: StringNode;
}

interface OpenArray {
  readonly closer: Char.CloseBracket;
  readonly start: number;
  readonly items: SyntaxNode[];
}

/** Not recursive: nesting may be 10,000 deep. */
class StrictReader {
  private at = 0;
  private readonly open: (OpenObject | OpenArray)[] = [];

  constructor(
    private readonly text: string,
    /** A lone surrogate cannot be written to a file. A node sees U+FFFD instead. */
    private readonly isWellFormed: boolean,
  ) {}

  read(): SyntaxNode {
    for (;;) {
      let node = this.readNode();
      while (node) {
        const parent = this.open.at(-1);
        if (!parent) {
          if (!Number.isNaN(this.peek())) this.stop('text-after-end');
          return node;
        }
        if ('items' in parent) parent.items.push(node);
        else parent.properties.push({ key: parent.key, value: node });
        node = this.readAfterValue(parent);
      }
    }
  }

  /** Reads what follows a value: a comma, or the end of its parent, which is then a complete value. */
  private readAfterValue(parent: OpenObject | OpenArray): ObjectNode | ArrayNode | undefined {
    const char = this.peek();
    if (char === Char.Comma) {
      this.at++;
      if (!('items' in parent)) parent.key = this.readKey();
      return undefined;
    }
    if (char !== parent.closer) this.stop('comma-expected');
    this.at++;
    this.open.pop();
    return 'items' in parent
      ? { kind: 'array', start: parent.start, end: this.at, items: parent.items }
      : { kind: 'object', start: parent.start, end: this.at, properties: parent.properties };
  }

  /** A complete value; undefined if an object or a list begins. */
  private readNode(): SyntaxNode | undefined {
    switch (this.peek()) {
      case Char.Quote:
        return this.readString();
      case Char.OpenBrace:
        return this.openObject();
      case Char.OpenBracket:
        return this.openArray();
      default:
        return this.readLiteral();
    }
  }

  private openObject(): ObjectNode | undefined {
    const start = this.openAt();
    if (this.peek() === Char.CloseBrace) return { kind: 'object', start, end: ++this.at, properties: [] };
    this.open.push({ closer: Char.CloseBrace, start, properties: [], key: this.readKey() });
    return undefined;
  }

  private openArray(): ArrayNode | undefined {
    const start = this.openAt();
    if (this.peek() === Char.CloseBracket) return { kind: 'array', start, end: ++this.at, items: [] };
    this.open.push({ closer: Char.CloseBracket, start, items: [] });
    return undefined;
  }

  private openAt(): number {
    if (this.open.length >= deepestNesting) this.stop('too-deep');
    return this.at++;
  }

  private readKey(): StringNode {
    if (this.peek() !== Char.Quote) this.stop('key-expected');
    const key = this.readString();
    if (this.peek() !== Char.Colon) this.stop('colon-expected');
    this.at++;
    return key;
  }

  private readLiteral(): LiteralNode | NullNode {
    const start = this.at;
    if (this.accept(wordPattern)) {
      return { kind: this.text.charAt(start) === 'n' ? 'null' : 'boolean', start, end: this.at };
    }
    if (!this.accept(numberPattern)) this.stop('value-expected');
    return { kind: 'number', start, end: this.at };
  }

  private accept(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private readString(): StringNode {
    const start = this.at++;
    let escaped = false;
    for (;;) {
      const char = this.text.charCodeAt(this.at);
      if (char === Char.Quote) break;
      if (char === Char.Backslash) {
        escaped = true;
        if (!this.accept(escapePattern)) this.stop('bad-escape');
      } else if (char >= Char.Space) this.at++;
      else this.stop(Number.isNaN(char) ? 'unterminated-string' : 'control-character');
    }
    const end = ++this.at;
    const value: string = escaped
      ? JSON.parse(this.text.slice(start, end))
      : this.text.slice(start + 1, end - 1);
    return {
      kind: 'string',
      start,
      end,
      value: escaped || !this.isWellFormed ? value.toWellFormed() : value,
    };
  }

  /** The next character that is not white space; NaN at the end. */
  private peek(): number {
    for (;;) {
      const char = this.text.charCodeAt(this.at);
      const space =
        char === Char.Space || char === Char.LineFeed || char === Char.CarriageReturn || char === Char.Tab;
      if (!space) return char;
      this.at++;
    }
  }

  private stop(code: SyntaxFaultCode): never {
    throw new Stop({ code, start: this.at, end: Math.min(this.at + 1, this.text.length) });
  }
}
