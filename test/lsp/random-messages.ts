import fc from 'fast-check';
import { documents } from '../support/documents.ts';
import { askable } from '../support/replies.ts';

export const folder = 'file:///repo';
export const known = `${folder}/known-hotfix.json`;

const offLine = fc.oneof(fc.nat(12), fc.constantFrom(-1, 999_999, 2 ** 31));
const position = fc.record({ line: offLine, character: fc.oneof(fc.nat(60), fc.constantFrom(-1, 999_999)) });
const inserted = fc.oneof(
  fc.constantFrom('', '1', '"', ',', '{', '}', '\\', '\r\n', '\n', '\r', 'é', '😀', '\ud83d', '\u2028'),
  documents,
);
const replacement = fc.record({ range: fc.record({ start: position, end: position }), text: inserted });
/** A change of a document, sometimes of a range that it does not have. */
export const change = fc.oneof(
  { weight: 6, arbitrary: replacement },
  { weight: 1, arbitrary: fc.record({ text: documents }) },
);
/** Values of every type in place of the expected one, and sometimes that one. */
export const wrong = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  fc.constantFrom(
    known,
    'no uri',
    '',
    `${folder}/%zz-hotfix.json`,
    'untitled:hotfix.json',
    -1,
    2 ** 53,
    null,
  ),
);
const wrongParams = fc.oneof(
  wrong,
  fc.record(
    {
      textDocument: fc.oneof(
        wrong,
        fc.record({ uri: wrong, version: wrong, text: wrong, languageId: wrong }, { requiredKeys: [] }),
      ),
      position: fc.oneof(wrong, fc.record({ line: wrong, character: wrong })),
      range: fc.oneof(wrong, fc.record({ start: wrong, end: wrong })),
      context: fc.oneof(wrong, fc.record({ only: wrong, diagnostics: wrong })),
      contentChanges: fc.oneof(
        wrong,
        fc.array(fc.oneof(wrong, fc.record({ range: wrong, text: wrong }), change)),
      ),
      uri: wrong,
      encoding: wrong,
      baseline: fc.oneof(wrong, fc.record({ revision: wrong, content: wrong })),
      baked: wrong,
      folder: wrong,
      enabled: wrong,
      settings: wrong,
      changes: wrong,
      event: wrong,
      data: fc.oneof(wrong, fc.record({ uri: wrong, version: wrong, kind: wrong, title: wrong })),
    },
    { requiredKeys: [] },
  ),
);
const requests = fc.constantFrom(
  ...askable,
  'codeAction/resolve',
  'completionItem/resolve',
  'hotfix/coverage',
  'hotfix/nodeSteps',
  'hotfix/checkFolder',
  'workspace/executeCommand',
  'textDocument/formatting',
  'no/such/request',
);
const notifications = fc.constantFrom(
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  'hotfix/encoding',
  'hotfix/baseline',
  'hotfix/syntaxDiagnostics',
  '$/cancelRequest',
  '$/setTrace',
  'no/such/notification',
);
/** A request or a notification with parameters of any type. */
export const message = fc.oneof(
  fc.record({ kind: fc.constant('request' as const), method: requests, params: wrongParams }),
  fc.record({ kind: fc.constant('notification' as const), method: notifications, params: wrongParams }),
);
