import { beforeAll, describe, expect, it } from 'vitest';
import { editors, isInstalled } from './editors.ts';
import { run, type Session, type ShownFinding } from './session.ts';

const project = JSON.stringify({
  bakedVersions: ['202604.01.0', '202604.01.3', '202605.30.0', '202606.12.0', '202607.20.0', '202607.20.1'],
  bundledRecord: false,
  // The result of this rule depends on the day.
  rules: { 'retired-base': 'off' },
});

const sorted = (findings: readonly ShownFinding[]) =>
  findings.map(({ rule, marked }) => `${rule} ${marked}`).sort();

describe.each(editors)('$name', (editor) => {
  describe.skipIf(!isInstalled(editor))('as docs/editors.md configures it', () => {
    const text = (...entries: string[]) =>
      `{\n  "note": "${editor.note}", "scripts_version": "${entries[0]}",\n  "hotfixes": {\n    ${entries.slice(1).join(',\n    ')}\n  }\n}\n`;
    const config = text(
      'v202605.30.1',
      '"202605.30": "202605.30.01"',
      '"202604.01": "202605.30.2"',
      '"202606.12": "202606.12.1"',
    );
    let session: Session;

    beforeAll(async () => {
      session = await run(editor, config, project);
    });

    it('marks the fault, with the message of the rule', () => {
      expect(sorted(session.findings)).toEqual([
        'base-mismatch 202605.30',
        'malformed-version 202605.30.01',
        'malformed-version v202605.30.1',
        'unknown-property note',
        'unsorted-entries 202604.01',
      ]);
      const mismatch = session.findings.find(({ rule }) => rule === 'base-mismatch');
      expect(mismatch?.message).toContain('"202605.30.2"');
    });

    it('says in a hover what nodes do', () => {
      expect(session.hover).toContain(
        'This entry upgrades 1 of 1 known baked version of 202606.12 to 202606.12.1.',
      );
      expect(session.hover).toMatch(/202606\.12\.0.*upgrades to 202606\.12\.1/);
    });

    it('offers the fixes at the cursor and applies the one that is chosen', () => {
      expect(session.offered).toEqual([
        'Change version to "202604.01.2"',
        // Of the key.
        'Sort entries',
        'Normalize entries: apply all safe fixes',
      ]);
      expect(session.fixed).toBe(config.replace('202605.30.2', '202604.01.2'));
    });

    it('removes the findings that are fixed', () => {
      expect(sorted(session.left)).toEqual(
        sorted(session.findings).filter((found) => !found.startsWith('base-mismatch')),
      );
    });

    it('applies all safe fixes at once', () => {
      expect(session.normal).toBe(
        text(
          '202605.30.1',
          '"202604.01": "202604.01.2"',
          '"202605.30": "202605.30.1"',
          '"202606.12": "202606.12.1"',
        ),
      );
    });

    it('completes an entry of a known base that is not listed', () => {
      expect(session.completion).toEqual([
        editor.completion ?? '202607.20: 202607.20.2, 2 known baked versions',
      ]);
      const [head, tail] = session.normal.split('"202606.12.1"');
      expect(session.completed).toBe(`${head}"202606.12.1",\n    "202607.20": "202607.20.2"${tail}`);
    });
  });
});
