import { version } from '../../../package.json';
import type { Payload, Range } from '../../model/index.ts';
import { type Level, type Rule, rules } from '../../rules/index.ts';
import type { FileReport } from '../../service/findings/json-findings.ts';
import { type LineColumnRange, LineIndex } from '../../service/line-index.ts';
import { encodedPath } from '../../service/uri.ts';
import { Fingerprints } from './fingerprints.ts';
import { JsonList } from './json-list.ts';
import { LineHashes } from './line-hashes.ts';
import type { Reporter } from './report.ts';
import { repository, rulePage } from './rule-page.ts';

const levels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The root of the repository. The reader of the log resolves it. */
const uriBaseId = '%SRCROOT%';

/** The end of the log. */
const tail = '\n    }\n  ]\n}';

/** SARIF 2.1.0 with the properties that GitHub's code scanning and Azure DevOps need. */
export function sarifReporter(): Reporter {
  const list = new JsonList(3);
  const notifications: object[] = [];
  return {
    start: `${head().slice(0, -tail.length)},\n      "results": `,
    namesFromRoot: true,
    file: (report) => list.pieces(results(report)),
    leaveOut(path, message) {
      const artifactLocation = { uri: encodedPath(path), uriBaseId };
      const locations = [{ physicalLocation: { artifactLocation } }];
      notifications.push({ level: 'error', message: plain(message), locations });
      return '';
    },
    end: () => {
      const invocations = new JsonList(3);
      const invocation = {
        executionSuccessful: notifications.length === 0,
        ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
      };
      const written = invocations.add([invocation]) + invocations.end();
      return `${list.end()},\n      "invocations": ${written}${tail}\n`;
    },
  };
}

function head(): string {
  const run = {
    tool: {
      driver: {
        name: 'hotfix-config',
        fullName: `hotfix-config ${version}`,
        version,
        semanticVersion: version,
        ...(repository !== undefined && { informationUri: repository }),
        rules: rules.map(descriptor),
      },
    },
    // The category of the alerts on GitHub. Azure DevOps requires one too.
    automationDetails: { id: 'hotfix-config/' },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [uriBaseId]: {
        description: {
          text: 'The root of the repository; without a repository, the working directory.',
        },
      },
    },
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return JSON.stringify(log, null, 2);
}

function descriptor({ id, level, summary, why }: Rule) {
  const text = why.replaceAll('\n', ' ');
  const helpUri = rulePage(id);
  return {
    id,
    name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `Flags ${summary}.` },
    fullDescription: { text },
    help: { text, markdown: why },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: level === 'off' ? { enabled: false, level: 'note' } : { level: levels[level] },
    properties: { precision: 'very-high', tags: ['correctness'] },
  };
}

function* results({ file, text, findings }: FileReport) {
  if (findings.length === 0) return;
  const lines = new LineIndex(text);
  const lineHashes = new LineHashes(text);
  const artifactLocation = { uri: encodedPath(file), uriBaseId };
  const location = (range: LineColumnRange, artifact = artifactLocation) => ({
    physicalLocation: { artifactLocation: artifact, region: region(range) },
  });
  const elsewhere = (payload: Payload, one: Range) =>
    location(new LineIndex(payload.text).range(one), { uri: encodedPath(payload.file ?? file), uriBaseId });
  const fingerprints = new Fingerprints(text);
  for (const finding of findings) {
    const range = lines.range(finding);
    const related = finding.related.map((one) => ({
      ...(one.payload ? elsewhere(one.payload, one) : location(lines.range(one))),
      message: plain(one.message()),
    }));
    const fixes = finding.fixes().filter(({ edits }) => edits.length > 0);
    yield {
      ruleId: finding.ruleId,
      ruleIndex: rules.findIndex(({ id }) => id === finding.ruleId),
      level: levels[finding.level],
      message: plain(finding.message()),
      locations: [location(range)],
      ...(related.length > 0 && { relatedLocations: related }),
      partialFingerprints: {
        primaryLocationLineHash: lineHashes.of(range.start.line),
        'finding/v1': fingerprints.of(finding),
      },
      ...(fixes.length > 0 && {
        fixes: fixes.map(({ title, edits }) => ({
          description: plain(title),
          artifactChanges: [
            {
              artifactLocation,
              replacements: edits.map((edit) => ({
                deletedRegion: region(lines.range(edit)),
                insertedContent: { text: edit.text },
              })),
            },
          ],
        })),
      }),
    };
  }
}

/** SARIF reads `[text](target)` as a link. Text from a file must not become one. */
function plain(text: string): { text: string } {
  return { text: text.replaceAll('](', '\\](') };
}

function region({ start, end }: LineColumnRange) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
