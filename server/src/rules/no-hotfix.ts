import { type ConfigSource, type Field, type Range, trimSpace } from '../model/index.ts';
import { baseMeant } from './move-bases.ts';
import { nearestField } from './nearest-field.ts';
import { defineRule, type Fix } from './rule.ts';

export const noHotfix = defineRule({
  id: 'no-hotfix',
  level: 'information',
  summary: 'a config that names no hotfix',
  why: `Nodes treat an empty config like a missing one. By convention, the file exists only while a hotfix is active. The
quick fix in an editor deletes it.`,
  messages: {
    nothing:
      'This config names no hotfix, so nodes do not upgrade. Delete the file while no hotfix is active.',
    'nothing-served':
      'This served map names no hotfix, so nodes keep what their own file says. Remove it while no hotfix is active.',
  },
  examples: [
    {
      before: `
{ "hotfixes": {} }
^ no-hotfix`,
    },
  ],
  check({ analysis, report }) {
    const { source } = analysis;
    // The usual case needs no decoding: one map with an entry.
    const maps = source.fields.filter(({ role }) => role === 'entry');
    if (maps.length === 1 && maps[0]?.entries.length !== 0) return;
    const { config } = analysis;
    if (!config) return;
    const asks = config.hotfixes?.size || trimSpace(config.version) || trimSpace(config.scripts_version);
    if (asks) return;
    if (analysis.isServed) report({ at: whole(source), messageId: 'nothing-served' });
    else
      report({
        at: whole(source),
        messageId: 'nothing',
        fixes: () => (source.fields.some(isMeantForNodes) ? [] : [deleteFile]),
      });
  },
});

/** The file may have a hotfix in the wrong place. */
const isMeantForNodes = ({ name, key, value }: Field) =>
  name === undefined &&
  !(value.kind === 'object' && value.properties.length === 0) &&
  Boolean(nearestField(key.value) ?? baseMeant(key.value));

const deleteFile: Fix = { title: 'Delete the file', safe: false, edits: [], deletesFile: true };

/** A short range for a finding about the whole config, so that the editor does not underline everything. */
function whole({ root, text }: ConfigSource): Range {
  if (!root) return { start: 0, end: text.length > 0 ? 1 : 0 };
  return { start: root.start, end: root.kind === 'object' ? root.start + 1 : root.end };
}
