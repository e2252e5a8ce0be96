/** A half-open stretch of a text, in UTF-16 code units, as editors count. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A JSON string as it stands in the source: the range holds the quotes, `value` is what a node decodes. */
export interface StringToken extends Range {
  readonly kind: 'string';
  readonly value: string;
}

export interface NullToken extends Range {
  readonly kind: 'null';
}

/** Any other JSON value; its inside is of no interest to a node. */
export interface OtherToken extends Range {
  readonly kind: 'number' | 'boolean' | 'object' | 'array';
}

/** A string with a fault of the syntax in it: what it was meant to say is anybody's guess. */
export interface BrokenToken extends Range {
  readonly kind: 'broken';
}

export type ValueToken = StringToken | NullToken | OtherToken | BrokenToken;

/** One `"base": "hotfix version"` pair of a `hotfixes` object. */
export interface Entry {
  readonly key: StringToken;
  readonly value: ValueToken;
}

/** What is known of the entries of a map as a whole: most questions are answered by it without a look at each. */
export interface Survey {
  /** The entries that are not plain, in the order of the text. */
  readonly odd: readonly Entry[];
  /** How many stand behind one with a greater base, or with the same. */
  readonly descents: number;
}

export const fieldNames = ['hotfixes', 'version', 'scripts_version'] as const;
export type FieldName = (typeof fieldNames)[number];

/** One property of the top-level object. `name` is the field that a node takes it for, if any. */
export interface Field extends Survey {
  readonly key: StringToken;
  readonly value: ValueToken;
  readonly name: FieldName | undefined;
  /** The pairs inside, when this is a `hotfixes` object. */
  readonly entries: readonly Entry[];
}

/** Why, and where, the text is not the strict JSON that a node decodes. */
export interface SyntaxFault extends Range {
  readonly code: SyntaxFaultCode;
  /** A fault that a forgiving JSON parser, such as an editor's, does not see. */
  readonly strictOnly?: true;
}

export type SyntaxFaultCode =
  | 'bad-character'
  | 'bad-escape'
  | 'bad-number'
  | 'byte-order-mark'
  | 'colon-expected'
  | 'comma-expected'
  | 'comment'
  | 'control-character'
  | 'key-expected'
  | 'not-closed'
  | 'text-after-end'
  | 'too-deep'
  | 'too-large'
  | 'unclosed-comment'
  | 'trailing-comma'
  | 'unterminated-string'
  | 'utf-16'
  | 'value-expected';

/** A config with the place of everything in it. */
export interface ConfigSource {
  readonly text: string;
  /** The top-level value; undefined when the text is blank or no value was found. */
  readonly root: ValueToken | undefined;
  readonly fields: readonly Field[];
  /** The faults that stop a node's decoder, in the order of the text; none when it is strict JSON. */
  readonly faults: readonly SyntaxFault[];
  /**
   * Up to where keys and values are read as every JSON reader reads them, comments and trailing commas aside. What follows
   * the first other fault is a guess. Undefined when nothing is.
   */
  readonly certainUntil?: number;
}

/**
 * Go matches field names by Unicode simple case folding, which is what the `iu` flags do: `HOTFIXEſ` is taken
 * for `hotfixes`. Keys of the map are compared byte for byte instead.
 */
const foldedNames = fieldNames.map((name) => [name, new RegExp(`^${name}$`, 'iu')] as const);

export function fieldNamed(key: string): FieldName | undefined {
  return foldedNames.find(([name, folded]) => key === name || folded.test(key))?.[0];
}
