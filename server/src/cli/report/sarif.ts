import { createHash } from 'node:crypto';
import { version } from '../../../package.json';
import { type Level, type Rule, rules } from '../../rules/index.ts';
import type { Finding } from '../../service/finding.ts';
import { type FileReport, type PlaceRange, Places } from './report.ts';

const levels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0. */
export function toSarif(reports: readonly FileReport[]): string {
  const run = {
    tool: { driver: { name: 'hotfix-config', version, rules: rules.map(descriptor) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { ROOT: { description: { text: 'The folder that the check was started in.' } } },
    results: reports.flatMap(results),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ id, level, summary, why }: Rule) {
  const text = why.replaceAll('\n', ' ');
  return {
    id,
    shortDescription: { text: `Flags ${summary}.` },
    fullDescription: { text },
    help: { text, markdown: why },
    defaultConfiguration: { level: levels[level] },
  };
}

function results({ file, text, findings }: FileReport) {
  const places = new Places(text);
  const artifactLocation = { uri: encodeURI(file), uriBaseId: 'ROOT' };
  const location = (range: PlaceRange) => ({ physicalLocation: { artifactLocation, region: region(range) } });
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const related = finding.related.map((place) => ({
      ...location(places.range(place)),
      message: { text: place.message },
    }));
    const fixes = finding.fixes().filter(({ edits }) => edits.length > 0);
    return {
      ruleId: finding.ruleId,
      ruleIndex: rules.findIndex(({ id }) => id === finding.ruleId),
      level: levels[finding.level],
      message: { text: finding.message },
      locations: [location(places.range(finding))],
      ...(related.length > 0 && { relatedLocations: related }),
      partialFingerprints: { 'finding/v1': fingerprint(finding, text, seen) },
      ...(fixes.length > 0 && {
        fixes: fixes.map(({ title, edits }) => ({
          description: { text: title },
          artifactChanges: [
            {
              artifactLocation,
              replacements: edits.map((edit) => ({
                deletedRegion: region(places.range(edit)),
                insertedContent: { text: edit.text },
              })),
            },
          ],
        })),
      }),
    };
  });
}

function region({ start, end }: PlaceRange) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** The same finding keeps it when lines above come and go: rule and flagged text, and a number where that recurs. */
function fingerprint(
  { ruleId, start, end, message }: Finding,
  text: string,
  seen: Map<string, number>,
): string {
  const flagged = `${ruleId}\0${text.slice(start, end)}\0${message}`;
  const count = seen.get(flagged) ?? 0;
  seen.set(flagged, count + 1);
  return createHash('sha256').update(`${flagged}\0${count}`).digest('hex').slice(0, 32);
}
