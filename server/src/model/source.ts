import { type FieldName, fieldNamed, type Role, roleOf } from './fields.ts';

/** A half-open stretch of a text, in UTF-16 code units, as editors count. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A JSON value with its place in the text. A tree of these never changes: an edit makes another one. */
export type SyntaxNode = ObjectNode | ArrayNode | StringNode | NullNode | LiteralNode;

export interface ObjectNode extends Range {
  readonly kind: 'object';
  readonly properties: readonly Property[];
}

export interface ArrayNode extends Range {
  readonly kind: 'array';
  readonly items: readonly SyntaxNode[];
}

/** The range holds the quotes, `value` is what a node decodes. */
export interface StringNode extends Range {
  readonly kind: 'string';
  readonly value: string;
}

export interface NullNode extends Range {
  readonly kind: 'null';
}

export interface LiteralNode extends Range {
  /** Of a `broken` string, which has a fault of the syntax in it, nobody knows what it says. */
  readonly kind: 'number' | 'boolean' | 'broken';
}

export interface Property {
  readonly key: StringNode;
  readonly value: SyntaxNode;
}

/** One `"base": "hotfix version"` pair. */
export type Entry = Property;

/** One property of the top-level object. `name` is the field that a node takes it for, if any. */
export interface Field extends Property {
  readonly name: FieldName | undefined;
  readonly role: Role | undefined;
  /** The pairs inside, when these are bases with their hotfix versions. */
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
  readonly root: SyntaxNode | undefined;
  readonly fields: readonly Field[];
  /** The faults that stop a node's decoder, in the order of the text; none when it is strict JSON. */
  readonly faults: readonly SyntaxFault[];
  /**
   * Up to where keys and values are read as every JSON reader reads them, comments and trailing commas aside. What follows
   * the first other fault is a guess. Undefined when nothing is.
   */
  readonly certainUntil?: number;
}

/** What a tree says as a config. */
export function configSource(
  text: string,
  root: SyntaxNode | undefined,
  faults: readonly SyntaxFault[],
): ConfigSource {
  return { text, root, fields: root?.kind === 'object' ? root.properties.map(fieldOf) : [], faults };
}

function fieldOf({ key, value }: Property): Field {
  const name = fieldNamed(key.value);
  const role = roleOf(name);
  return {
    key,
    value,
    name,
    role,
    entries: role === 'entry' && value.kind === 'object' ? value.properties : [],
  };
}
