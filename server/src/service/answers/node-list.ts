import { nodeImageLabel, parseNodeImage, quote } from '../../model/index.ts';
import { messageOf } from '../message-of.ts';
import { isRecord } from '../record.ts';

/** A node of a cluster, or an image that the user named. */
export interface ListedNode {
  /** Null if only an image is named. */
  readonly node: string | null;
  /** The value of its image label, or the line of the list; null for a node without that label. */
  readonly label: string | null;
}

export type NodeList = { readonly nodes: readonly ListedNode[] } | { readonly problem: string };

/** What to do about a list that cannot be read. */
export const howToList =
  'write the output of "kubectl get nodes -o json", or a node image name or baked version a line';

/** Reads the output of `kubectl get nodes -o json`, or a list with one node image or baked version per line. */
export function readNodeList(text: string): NodeList {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (/^[[{"]/.test(trimmed)) return fromJson(trimmed);
  const lines = trimmed.split(/\r?\n/).map((line) => line.trim());
  const names = lines.filter((line) => line !== '');
  if (names.length === 0) return { problem: 'it lists no node' };
  if (names.every((name) => !parseNodeImage(name)))
    return { problem: `${quote(names[0] ?? '')} is neither a node image name nor a baked version` };
  return { nodes: names.map((label) => ({ node: null, label })) };
}

function fromJson(text: string): NodeList {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON: ${messageOf(error)}` };
  }
  const items = itemsIn(value);
  if (!items) return { problem: 'it has no "items"' };
  if (items.length === 0) return { problem: 'its "items" are empty' };
  const other = items.find((item) => isRecord(item) && 'kind' in item && item['kind'] !== 'Node');
  if (items.some((item) => !isRecord(item))) return { problem: 'its items are not nodes' };
  if (isRecord(other)) return { problem: `it lists a ${quote(String(other['kind']))}, which is not a node` };
  return { nodes: items.map(fromItem) };
}

function itemsIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  if (Array.isArray(value['items'])) return value['items'];
  return value['kind'] === 'Node' ? [value] : undefined;
}

function fromItem(item: unknown): ListedNode {
  const metadata = isRecord(item) && isRecord(item['metadata']) ? item['metadata'] : {};
  const labels = isRecord(metadata['labels']) ? metadata['labels'] : {};
  const [node, label] = [metadata['name'], labels[nodeImageLabel]];
  return { node: typeof node === 'string' ? node : null, label: typeof label === 'string' ? label : null };
}
