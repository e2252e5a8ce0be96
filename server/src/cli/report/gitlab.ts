import { createHash } from 'node:crypto';
import type { Level } from '../../rules/index.ts';
import { LineIndex } from '../../service/line-index.ts';
import { Fingerprints } from './fingerprints.ts';
import { JsonList } from './json-list.ts';
import type { Reporter } from './report.ts';

const severities: Readonly<Record<Level, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** A code quality report of GitLab. */
export function gitlabReporter(): Reporter {
  const list = new JsonList();
  const unread: object[] = [];
  return {
    start: '',
    namesFromRoot: true,
    file({ file, text, findings }) {
      const lines = new LineIndex(text);
      const fingerprints = new Fingerprints(text, file);
      return list.add(
        findings.map((finding) => ({
          description: finding.message(),
          check_name: finding.ruleId,
          fingerprint: fingerprints.of(finding),
          severity: severities[finding.level],
          location: { path: file, positions: positions(lines.range(finding)) },
        })),
      );
    },
    leaveOut(path, message) {
      const start = { line: 1, column: 1 };
      unread.push({
        description: message,
        check_name: 'unreadable-file',
        fingerprint: createHash('sha256').update(`${path}\0unreadable`).digest('hex').slice(0, 32),
        severity: 'blocker',
        location: { path, positions: positions({ start, end: start }) },
      });
      return '';
    },
    end: () => `${list.add(unread)}${list.end()}\n`,
  };
}

function positions({ start, end }: ReturnType<LineIndex['range']>) {
  return { begin: start, end };
}
