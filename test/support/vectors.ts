import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One document as the reference implementation judged it; test/vectors/README.md describes the properties. */
export interface Vector {
  readonly id: string;
  readonly text_b64: string;
  readonly error?: string;
  readonly config?: WireConfig;
  readonly verdicts: readonly {
    readonly baked: string;
    readonly binary: { readonly resolved: string; readonly upgrade: boolean; readonly comparable: boolean };
    readonly scripts: { readonly upgrade: boolean; readonly comparable: boolean };
  }[];
}

export interface WireConfig {
  readonly version: string;
  readonly scripts_version: string;
  readonly hotfixes: Readonly<Record<string, string>> | null;
}

export const vectorFiles = ['go-verdicts', 'json-test-suite'] as const;

export function readVectors(file: (typeof vectorFiles)[number]): Vector[] {
  return readLines<Vector>(file);
}

/** The cases of a file, one a line. */
export function readLines<T>(file: string): T[] {
  const bytes = readFileSync(join(import.meta.dirname, `../vectors/${file}.jsonl.gz`));
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  return lines.map((line): T => JSON.parse(line));
}

export function bytesOf({ text_b64 }: Vector): Uint8Array {
  return Buffer.from(text_b64, 'base64');
}

/** A config with its entries in one order, since a map has none. */
export function inOrder(config: WireConfig | null | undefined): WireConfig | null {
  if (!config) return null;
  const { version, scripts_version, hotfixes } = config;
  const entries = Object.entries(hotfixes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return { version, scripts_version, hotfixes: hotfixes && Object.fromEntries(entries) };
}
