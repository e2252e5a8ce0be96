import { Analysis, decodeUtf8 } from '../../model/index.ts';
import { type CheckOptions, check, type Finding } from './finding.ts';

// As in the model's encoding: Node and browsers have this class, and the pure layers compile without either.
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** A file as the command line sees it: its text and its encoding. */
export interface FileText {
  readonly text: string;
  /** VS Code's name for an encoding that is not UTF-8. */
  readonly encoding: string | undefined;
}

/** A file in UTF-16 is shown as its author sees it, although a node cannot read it. */
export function textOf(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: utf16('utf-16le', bytes), encoding: 'utf16le' };
  if (first === 0xfe && second === 0xff) return { text: utf16('utf-16be', bytes), encoding: 'utf16be' };
  return { text: decodeUtf8(bytes), encoding: undefined };
}

function utf16(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes.subarray(2));
}

/** All findings of a file, as the server sends them to a client without JSON support of its own. */
export function checkFile(bytes: Uint8Array, options: CheckOptions): { text: string; findings: Finding[] } {
  const analysis = analysisOf(bytes);
  return { text: analysis.source.text, findings: check(analysis, options) };
}

/** A file from its bytes, as nodes read them. */
export function analysisOf(bytes: Uint8Array): Analysis {
  const { text, encoding } = textOf(bytes);
  return new Analysis(text, encoding);
}
