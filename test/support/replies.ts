import { TextDocument } from 'vscode-languageserver-textdocument';
import * as z from 'zod';

const count = z.int().min(0);
const position = z.object({ line: count, character: count });
const range = z.object({ start: position, end: position });
const textEdit = z.strictObject({ range, newText: z.string() });
const location = z.object({ uri: z.string(), range });
const markup = z.strictObject({ kind: z.enum(['markdown', 'plaintext']), value: z.string() });
const diagnostic = z.strictObject({
  range,
  severity: z.int().min(1).max(4),
  code: z.string().optional(),
  codeDescription: z.strictObject({ href: z.string() }).optional(),
  source: z.literal('hotfix'),
  message: z.string().min(1),
  tags: z.array(z.literal(1)).optional(),
  relatedInformation: z.array(z.strictObject({ location, message: z.string().min(1) })).optional(),
});

/** The types of the answers in the protocol, by method, for the methods of this server. */
const replies: Readonly<Record<string, z.ZodType>> = {
  'textDocument/diagnostic': z.strictObject({ kind: z.literal('full'), items: z.array(diagnostic) }),
  'textDocument/hover': z.strictObject({ contents: markup, range }).nullable(),
  'textDocument/definition': z.array(location).nullable(),
  'textDocument/completion': z
    .array(
      z.object({
        label: z.string().min(1),
        kind: z.int().min(1).max(25),
        textEdit,
        documentation: markup.optional(),
      }),
    )
    .nullable(),
  'textDocument/inlayHint': z
    .array(z.object({ position, label: z.string().min(1), tooltip: markup.optional() }))
    .nullable(),
  'textDocument/codeLens': z
    .array(
      z.strictObject({
        range,
        command: z.strictObject({ title: z.string().min(1), command: z.literal('') }),
      }),
    )
    .max(1)
    .nullable(),
  'textDocument/codeAction': z
    .array(
      z.object({
        title: z.string().min(1),
        kind: z.string().min(1),
        diagnostics: z.array(diagnostic).optional(),
        edit: z.object({ changes: z.record(z.string(), z.array(textEdit)) }).optional(),
      }),
    )
    .nullable(),
};

export const askable = Object.keys(replies);

/** What is wrong with an answer: its type, or a position outside the text. */
export function faultOf(method: string, reply: unknown, text: string): string | undefined {
  const parsed = replies[method]?.safeParse(reply);
  if (parsed?.error) return `${method}: ${z.prettifyError(parsed.error)}`;
  const document = TextDocument.create('', '', 0, text);
  const outside = positionsIn(reply).find((position) => {
    const kept = document.positionAt(document.offsetAt(position));
    return kept.line !== position.line || kept.character !== position.character;
  });
  return outside && `${method}: ${JSON.stringify(outside)} is not a position in the text`;
}

/** All objects that look like a position. */
function positionsIn(value: unknown): z.infer<typeof position>[] {
  const parsed = position.safeParse(value);
  if (parsed.success) return [parsed.data];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(positionsIn) : [];
}
