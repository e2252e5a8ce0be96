import {
  alwaysAppliesScripts,
  noFile,
  payloadMarkers,
  trimmedValueRange,
  trimSpace,
} from '../model/index.ts';
import { removeVersion } from './remove-version.ts';
import { defineRule } from './rule.ts';

export const scriptsPayload = defineRule({
  id: 'scripts-payload',
  level: 'error',
  summary:
    '`scripts_version` without scripts in the AgentBaker repository, or scripts without `scripts_version`',
  why: `\`scripts_version\` only enables scripts. The scripts are the payload: a block in \`parts/linux/cloud-init/nodecustomdata.yml\`
between two marker lines, where \`GetVariableProperty "cloudInitData" "NAME"\` names each of them. One without the other does nothing.
The rule looks only at \`parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json\`, which is built into images, and at that
payload. Images of an official branch that apply scripts independent of the config need no \`scripts_version\`.`,
  fix: { onRequest: 'Removes `scripts_version`, or, in an editor, sets it to the next patch.' },
  messages: {
    'no-payload':
      '{value} enables scripts, but "nodecustomdata.yml" has none, so nodes apply nothing. Add the block of scripts, or remove this field.',
    'no-block': 'This file has no block of hotfix scripts.',
    'empty-block': 'This block has no scripts.',
    'no-gate':
      '"scripts_version" is not set, so nodes never apply these scripts. Set it in "aks-node-controller-hotfix.json", or remove the block.',
    'no-config':
      '"artifacts/aks-node-controller-hotfix.json" does not exist, so nodes never apply these scripts. Add it with "scripts_version".',
    'no-begin':
      'This line ends a block of hotfix scripts, but no line begins it, so its scripts are unknown. Add the line {begin}.',
    'no-end':
      'This line begins a block of hotfix scripts, but no line ends it, so its scripts are unknown. Add the line {end}.',
    'second-block':
      'This is another block of hotfix scripts. Nodes get the scripts of all blocks. Move them into one block.',
  },
  examples: [
    {
      before: `
{ "scripts_version": "202604.01.1" }
                      ^^^^^^^^^^^ scripts-payload`,
      after: '{}',
      payload: 'write_files:',
    },
    {
      before: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
      payload: `
write_files:
# ---- hotfix-scripts: auto-generated ----
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ scripts-payload
- path: /opt/azure/containers/provision.sh
  content: !!binary |
    {{GetVariableProperty "cloudInitData" "provisionScript"}}
# ---- end hotfix-scripts ----`,
    },
  ],
  check({ analysis, payload, seen, report }) {
    // A broken block is another finding: it may have scripts.
    if (!payload?.isEmpty) return;
    const [block] = payload.blocks;
    const related = block
      ? { at: block.begin, messageId: 'empty-block' as const, payload }
      : { at: { start: 0, end: 0 }, messageId: 'no-block' as const, payload };
    for (const property of seen.versionProperties) {
      if (property.role !== 'scripts' || property.trimmed === '') continue;
      report({
        at: trimmedValueRange(analysis.source, property),
        messageId: 'no-payload',
        data: { value: property.trimmed },
        related: [related],
        fixes: () => removeVersion(analysis, property),
      });
    }
  },
  checkPayload({ payload, config, catalogue, report }) {
    for (const { is, ...at } of payload.unpaired)
      report({ at, messageId: is === 'begin' ? 'no-end' : 'no-begin', data: payloadMarkers });
    for (const { begin } of payload.blocks.slice(1))
      report({ at: begin, messageId: 'second-block', atMost: 'warning' });
    const block = payload.blocks.find(({ names }) => names.length > 0);
    const { current } = config?.readings ?? noFile;
    // An unreadable config is another finding.
    if (!block || !current || trimSpace(current.scripts_version) !== '') return;
    if (alwaysAppliesScripts(config?.readings ?? noFile, catalogue)) return;
    report({ at: block.begin, messageId: config ? 'no-gate' : 'no-config' });
  },
});
