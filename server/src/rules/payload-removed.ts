import { type Base, basesWithScripts } from '../model/index.ts';
import { acceptedMessage, untilIn } from './losses.ts';
import { defineRule } from './rule.ts';

export const payloadRemoved = defineRule({
  id: 'payload-removed',
  level: 'error',
  summary: 'a script that left the payload since the baseline, while its nodes are supported',
  why: `Nodes apply all scripts of the payload, whatever the patch of \`scripts_version\` is. Nodes that start after a script left
\`parts/linux/cloud-init/nodecustomdata.yml\` run the script of their image again, also if \`scripts_version\` was raised. The rule looks
at the nodes that got the payload of the baseline. If the file was deleted, an editor shows the finding at \`scripts_version\`.
A loss that is a decision is recorded in \`acceptedLosses\` of \`.hotfixrc.json\`
with the reason.`,
  fix: { onRequest: 'Records the loss as accepted in `.hotfixrc.json`.' },
  messages: {
    lost: '{before} left the payload, so nodes of base {base} lose this hotfix. Restore it, or record it in "acceptedLosses".',
    accepted: acceptedMessage,
  },
  examples: [
    {
      before: '{ "scripts_version": "202604.01.2" }',
      baseline: '{ "scripts_version": "202604.01.1" }',
      payload: `
# ---- hotfix-scripts: auto-generated ----
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ payload-removed
    {{GetVariableProperty "cloudInitData" "provisionScript"}}
# ---- end hotfix-scripts ----`,
      payloadBaseline: `
# ---- hotfix-scripts: auto-generated ----
    {{GetVariableProperty "cloudInitData" "provisionScript"}}
    {{GetVariableProperty "cloudInitData" "provisionInstalls"}}
# ---- end hotfix-scripts ----`,
    },
  ],
  check() {},
  checkPayload(context) {
    const { payload, payloadBaseline, baseline, catalogue, today, acceptedFor, report } = context;
    if (!baseline || !payloadBaseline) return;
    const left = payloadBaseline.namesNotIn(payload);
    const isSupported = (base: Base) => today <= untilIn(context, base);
    const at = payload.blocks[0]?.begin ?? payload.unpaired[0] ?? { start: 0, end: 0 };
    for (const base of basesWithScripts(baseline, catalogue).filter(isSupported)) {
      const reason = acceptedFor(base);
      for (const before of joined(left))
        report(
          reason === undefined
            ? { at, messageId: 'lost', data: { base, before } }
            : { at, messageId: 'accepted', data: { base, before, reason }, atMost: 'information' },
        );
    }
  },
});

/** In characters. Messages cut longer values. */
const longest = 50;

/** Names in as few lists as messages can show. */
function joined(names: readonly string[]): string[] {
  const lists: string[] = [];
  for (const name of names) {
    const last = lists.at(-1);
    const list = last === undefined ? name : `${last}, ${name}`;
    if (last !== undefined && list.length <= longest) lists[lists.length - 1] = list;
    else lists.push(name);
  }
  return lists;
}
