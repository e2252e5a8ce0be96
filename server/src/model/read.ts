import { survey } from './entries.ts';
import {
  type ConfigSource,
  type Entry,
  type Field,
  fieldNamed,
  type StringToken,
  type SyntaxFault,
  type SyntaxFaultCode,
  type ValueToken,
} from './source.ts';
import { isBlank } from './white-space.ts';

/** Go's decoder refuses a value nested deeper than this. */
export const deepestNesting = 10_000;

/**
 * Reads a config as a node's strict decoder does, in one pass that runs on every keystroke; stops at the first fault.
 * jsonc-parser would do the same with a visitor, three times slower on large files, and takes what a node refuses.
 */
export function readStrict(text: string): ConfigSource | SyntaxFault {
  if (isBlank(text)) return { text, root: undefined, fields: [], faults: [] };
  return untilStop(
    () => new StrictReader(text, text.isWellFormed()).readConfig(),
    ({ fault }) => fault,
  );
}

function untilStop<T, S>(read: () => T, stopped: (stop: Stop) => S): T | S {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Stop) return stopped(thrown);
    throw thrown;
  }
}

/** Unwinds the reader at the first fault; never leaves this file. */
class Stop {
  constructor(readonly fault: SyntaxFault) {}
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /true|false|null/y;

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

class StrictReader {
  private at = 0;
  private readonly fields: Field[] = [];

  constructor(
    private readonly text: string,
    /** A lone surrogate cannot be written to a file as it is; a node sees U+FFFD in its place. */
    private readonly isWellFormed: boolean,
  ) {}

  readConfig(): ConfigSource {
    const root = this.peek() === Char.OpenBrace ? this.readRoot() : this.readValue(0);
    if (!Number.isNaN(this.peek())) this.stop('text-after-end');
    return { text: this.text, root, fields: this.fields, faults: [] };
  }

  private readRoot(): ValueToken {
    return this.readObject((key) => {
      const name = fieldNamed(key.value);
      const entries: Entry[] = [];
      const isMap = name === 'hotfixes' && this.peek() === Char.OpenBrace;
      const value = isMap ? this.readMap(entries) : this.readValue(1);
      this.fields.push({ key, name, value, entries, ...survey(entries) });
    });
  }

  private readMap(entries: Entry[]): ValueToken {
    return this.readObject((key) => {
      entries.push({ key, value: this.readValue(2) });
    });
  }

  private readObject(readProperty: (key: StringToken) => void): ValueToken {
    const start = this.at++;
    if (this.peek() !== Char.CloseBrace) {
      for (;;) {
        if (this.peek() !== Char.Quote) this.stop('key-expected');
        const key = this.readString();
        this.expectColon();
        this.peek();
        readProperty(key);
        if (this.peek() !== Char.Comma) break;
        this.at++;
      }
    }
    if (this.peek() !== Char.CloseBrace) this.stop('comma-expected');
    this.at++;
    return { kind: 'object', start, end: this.at };
  }

  /** A value whose inside does not matter, `depth` objects deep. Not recursive: nesting may be 10,000 deep. */
  private readValue(depth: number): ValueToken {
    const first = this.peek();
    if (first === Char.Quote) return this.readString();
    if (first !== Char.OpenBrace && first !== Char.OpenBracket) return this.readScalar();
    const start = this.at;
    const closers: number[] = [];
    do this.readNested(closers, depth);
    while (closers.length > 0);
    return { kind: first === Char.OpenBrace ? 'object' : 'array', start, end: this.at };
  }

  /** Takes one value, or the head of one that holds more, and every bracket that closes after it. */
  private readNested(closers: number[], depth: number): void {
    const first = this.peek();
    if (first === Char.OpenBrace || first === Char.OpenBracket) {
      closers.push(first === Char.OpenBrace ? Char.CloseBrace : Char.CloseBracket);
      if (depth + closers.length > deepestNesting) this.stop('too-deep');
      this.at++;
      if (this.peek() !== closers.at(-1)) {
        this.skipKey(closers);
        return;
      }
    } else if (first === Char.Quote) this.readString();
    else this.readScalar();
    while (closers.length > 0 && this.peek() === closers.at(-1)) {
      closers.pop();
      this.at++;
    }
    if (closers.length === 0) return;
    if (this.peek() !== Char.Comma) this.stop('comma-expected');
    this.at++;
    this.skipKey(closers);
  }

  private skipKey(closers: readonly number[]): void {
    if (closers.at(-1) !== Char.CloseBrace) return;
    if (this.peek() !== Char.Quote) this.stop('key-expected');
    this.readString();
    this.expectColon();
  }

  private expectColon(): void {
    if (this.peek() !== Char.Colon) this.stop('colon-expected');
    this.at++;
  }

  private readScalar(): ValueToken {
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

  private readString(): StringToken {
    const start = this.at++;
    let escaped = false;
    for (;;) {
      const char = this.text.charCodeAt(this.at);
      if (char === Char.Quote) break;
      if (char === Char.Backslash) {
        escaped = true;
        this.skipEscape();
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

  private skipEscape(): void {
    if (!this.accept(/\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y)) this.stop('bad-escape');
  }

  /** The next character that is no white space; NaN at the end. */
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
