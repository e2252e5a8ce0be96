import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  type YAMLMap,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Range } from '../../model/index.ts';
// Not from the index: this is a bundle of its own, beside one with all of the model.
import { trimmedRange } from '../../model/white-space.ts';
import { ConfigText, type Scalar } from './config-text.ts';
import type { Style } from './source-offsets.ts';

/** A text in `data` of a ConfigMap. */
export interface DataText {
  /** The same in another version of the manifest: the namespace, name and key. */
  readonly id: string;
  readonly key: string;
  readonly text: ConfigText;
}

/** Which keys of `data` name a config. */
export type IsConfigKey = (key: string) => boolean;

/**
 * The configs in the ConfigMaps of a manifest, in the order of the text. A document with a YAML error is left alone, because a
 * template is often no YAML, and so is a text with a template in it.
 */
export function configsIn(manifest: string, isConfigKey: IsConfigKey): DataText[] {
  const found = new Map<number, DataText>();
  for (const document of documentsIn(manifest)) {
    const [start, , end] = document.range;
    let known: ReadonlyMap<string, string> | undefined;
    const before = () => (known ??= valuesIn(manifest.slice(start, end), isConfigKey));
    for (const data of dataIn(document, isConfigKey)) {
      const { scalar } = data;
      // Several keys can be aliases of one text.
      if (found.has(scalar.range.start) || isTemplate(scalar.value)) continue;
      const trimmed = trimmedRange(scalar.value);
      const isWritten = (after: string, text: string) => {
        const now = valuesIn(after.slice(start, end + after.length - manifest.length), isConfigKey);
        return isSameBut(before(), now, scalar.value, wrapped(scalar.value, trimmed, text));
      };
      const text = new ConfigText(manifest, scalar, trimmed, isWritten);
      found.set(scalar.range.start, { id: data.id, key: data.key, text });
    }
  }
  return [...found.values()].sort((a, b) => a.text.range.start - b.text.range.start);
}

function wrapped(value: string, { start, end }: Range, text: string): string {
  return value.slice(0, start) + text + value.slice(end);
}

/** All values of the ConfigMaps by id. */
function valuesIn(text: string, isConfigKey: IsConfigKey): Map<string, string> {
  return new Map(
    documentsIn(text).flatMap((document) =>
      dataIn(document, isConfigKey).map((data) => [data.id, data.scalar.value] as const),
    ),
  );
}

/** Aliases of one text change with it. */
function isSameBut(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  value: string,
  after: string,
): boolean {
  let changed = 0;
  const isExpected = [...before].every(([id, was]) => {
    const is = now.get(id);
    if (is === was) return true;
    changed++;
    return was === value && is === after;
  });
  return before.size === now.size && isExpected && (changed > 0 || value === after);
}

interface Data {
  readonly id: string;
  readonly key: string;
  readonly scalar: Scalar;
}

type Parsed = Document.Parsed<ParsedNode>;

function documentsIn(text: string): Parsed[] {
  // Comparing each key with all others would take quadratic time.
  const composer = new Composer({ keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });
  try {
    const documents = [...composer.compose(new Parser().parse(text), true, text.length)] as Parsed[];
    return documents.filter(({ errors }) => errors.length === 0);
  } catch (thrown) {
    // The library recurses as deep as the text.
    if (thrown instanceof RangeError) return [];
    throw thrown;
  }
}

function dataIn(document: Parsed, isConfigKey: IsConfigKey): Data[] {
  const nodes = new Nodes(document);
  return nodes.configMaps(document.contents).flatMap((map) => {
    const metadata = nodes.entries(nodes.entries(map).get('metadata'));
    const part = (name: string) => textOf(metadata.get(name)) ?? '';
    return [...nodes.entries(nodes.entries(map).get('data'))].flatMap(([key, node]) => {
      const scalar = isConfigKey(key) ? scalarOf(node) : undefined;
      return scalar ? { id: JSON.stringify([part('namespace'), part('name'), key]), key, scalar } : [];
    });
  });
}

/** The nodes of a document, with aliases and merge keys followed. Each map is read once, however often it is merged. */
class Nodes {
  private readonly maps = new Map<YAMLMap, Map<string, Node>>();
  private lazyAnchors: ReadonlyMap<string, readonly Node[]> | undefined;

  constructor(private readonly document: Parsed) {}

  /** A ConfigMap, or those in a list. A list of ConfigMaps does not repeat their kind. */
  configMaps(node: Node | null, inherited?: string): YAMLMap[] {
    const map = this.target(node);
    if (!isMap(map)) return [];
    const entries = this.entries(map);
    const kind = textOf(entries.get('kind')) ?? inherited;
    if (kind === 'ConfigMap') return [map];
    // Kubernetes accepts no list in a list.
    if (inherited !== undefined || (kind !== 'List' && kind !== 'ConfigMapList')) return [];
    const items = entries.get('items');
    const ofItems = kind === 'ConfigMapList' ? 'ConfigMap' : '';
    return isSeq(items) ? items.items.flatMap((item) => this.configMaps(item as Node, ofItems)) : [];
  }

  /** The entries of a map with those of its merge keys, which Kubernetes reads. */
  entries(node: Node | undefined): ReadonlyMap<string, Node> {
    const map = this.target(node);
    if (!isMap(map)) return new Map();
    const known = this.maps.get(map);
    if (known) return known;
    const entries = new Map<string, Node>();
    // A map that merges itself has nothing to add.
    this.maps.set(map, entries);
    const merged: Node[] = [];
    for (const { key, value } of map.items) {
      const [name, inner] = [textOf(key as Node), this.target(value as Node)];
      if (name === undefined || !inner) continue;
      if (name !== '<<') entries.set(name, inner);
      else merged.push(...(isSeq(inner) ? (inner.items as Node[]) : [inner]));
    }
    for (const one of merged)
      for (const [name, inner] of this.entries(one)) if (!entries.has(name)) entries.set(name, inner);
    return entries;
  }

  /** What a node is, or the node that it is an alias of. */
  private target(node: Node | null | undefined): Node | undefined {
    if (!isAlias(node)) return node ?? undefined;
    const before = ({ range }: Node) => (range?.[0] ?? 0) < (node.range?.[0] ?? 0);
    return this.anchors.get(node.source)?.findLast(before);
  }

  /** Found once: the library searches the document for each alias. */
  private get anchors(): ReadonlyMap<string, readonly Node[]> {
    if (this.lazyAnchors) return this.lazyAnchors;
    const anchors = new Map<string, Node[]>();
    visit(this.document, {
      Value(_, node) {
        if (node.anchor === undefined) return;
        const same = anchors.get(node.anchor);
        if (same) same.push(node);
        else anchors.set(node.anchor, [node]);
      },
    });
    this.lazyAnchors = anchors;
    return anchors;
  }
}

function textOf(node: Node | undefined): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

const styles: Readonly<Record<NonNullable<YamlScalar['type']>, Style>> = {
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
};

/** Undefined for what is not a string: Kubernetes refuses that. */
function scalarOf(node: Node): Scalar | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.type) return undefined;
  if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:str' && node.tag !== '!') return undefined;
  const { value, srcToken: token } = node;
  const style = styles[node.type as NonNullable<YamlScalar['type']>];
  if (token?.type === 'block-scalar') {
    const header = token.props.reduce(
      (length, prop) => length + ('source' in prop ? (prop.source?.length ?? 0) : 0),
      0,
    );
    const written = { style, source: token.source, offset: token.offset + header };
    return {
      written,
      value,
      range: { start: token.offset, end: written.offset + token.source.length },
    };
  }
  if (!token || !('source' in token)) return undefined;
  const { offset, source } = token;
  const quotes = style === 'plain' ? 0 : 1;
  const written = {
    style,
    source: source.slice(quotes, source.length - quotes),
    offset: offset + quotes,
  };
  return { written, value, range: { start: offset, end: offset + source.length } };
}

/** Helm and other tools replace such a part, so the text is not what nodes get. */
function isTemplate(text: string): boolean {
  return /\{\{-?\s*[\w.$(/]/.test(text) && text.includes('}}');
}
