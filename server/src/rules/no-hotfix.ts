import { type ConfigSource, type Range, trimSpace } from '../model/index.ts';
import { defineRule } from './rule.ts';

export const noHotfix = defineRule({
  id: 'no-hotfix',
  level: 'information',
  summary: 'a config that asks for nothing',
  why: `An empty config is the same to a node as none. The release process keeps the file absent while no hotfix is active, so
that its presence says something.`,
  messages: {
    nothing: 'This config asks for no hotfix; the file is kept absent while none is active.',
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
    // The usual case needs no decoding: one map, and something in it.
    const maps = source.fields.filter(({ name }) => name === 'hotfixes');
    if (maps.length === 1 && maps[0]?.entries.length !== 0) return;
    const { config } = analysis;
    if (!config) return;
    const asks = config.hotfixes?.size || trimSpace(config.version) || trimSpace(config.scriptsVersion);
    if (!asks) report({ at: whole(source), messageId: 'nothing' });
  },
});

/** A place for a finding about the whole config that does not paint all of it. */
function whole({ root, text }: ConfigSource): Range {
  if (!root) return { start: 0, end: text.length > 0 ? 1 : 0 };
  return { start: root.start, end: root.kind === 'object' ? root.start + 1 : root.end };
}
