import { type FieldName, fieldNamed, type Role, roleOf } from './fields.ts';

/** A half-open range of a text, in UTF-16 code units, as in editors. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A JSON value with its range in the text. A tree never changes: an edit creates another one. */
export type SyntaxNode = ObjectNode | ArrayNode | StringNode | NullNode | LiteralNode;

export interface ObjectNode extends Range {
  readonly kind: 'object';
  readonly properties: readonly Property[];
}

export interface ArrayNode extends Range {
  readonly kind: 'array';
  readonly items: readonly SyntaxNode[];
}

/** The range includes the quotes. `value` is the string that a node decodes. */
export interface StringNode extends Range {
  readonly kind: 'string';
  readonly value: string;
}

export interface NullNode extends Range {
  readonly kind: 'null';
}

export interface LiteralNode extends Range {
  /** A `broken` string has a syntax fault, so its value is unknown. */
  readonly kind: 'number' | 'boolean' | 'broken';
}

export interface Property {
  readonly key: StringNode;
  readonly value: SyntaxNode;
}

/** A `"base": "hotfix version"` property. */
export type Entry = Property;

/** A property of the top-level object. `name` is the field that a node reads it as, if any. */
export interface Field extends Property {
  readonly name: FieldName | undefined;
  readonly role: Role | undefined;
  /** The properties of its value, if these are entries: bases with their hotfix versions. */
  readonly entries: readonly Entry[];
}

/** Why, and where, the text is not the strict JSON that a node decodes. */
export interface SyntaxFault extends Range {
  readonly code: SyntaxFaultCode;
  /** A fault that a forgiving JSON parser, such as that of an editor, accepts. */
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
  | 'foreign-quotes'
  | 'foreign-space'
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

/** A config with the range of each part. */
export interface ConfigSource {
  readonly text: string;
  /** The top-level value; undefined if the text is blank or has no value. */
  readonly root: SyntaxNode | undefined;
  readonly fields: readonly Field[];
  /** The faults that stop a node's decoder, in the order of the text; empty if it is strict JSON. */
  readonly faults: readonly SyntaxFault[];
  /**
   * The offset up to which every JSON reader reads the same keys and values, apart from comments, trailing commas, quotes and spaces.
   * After the first other fault, everything is a guess. Undefined if nothing is a guess.
   */
  readonly certainUntil?: number;
}

/** The config that a syntax tree describes. */
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
