import { type Example, type Rule, rules } from '../../server/src/rules/index.ts';

/** A page for each rule, and one that lists them. */
export function rulePages(): [path: string, content: string][] {
  return [
    ['docs/rules/README.md', index()],
    ...rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, page(rule)]),
  ];
}

function index(): string {
  const rows = rules.map(
    (rule) => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.level} | ${rule.summary} | ${fixMark(rule)} |`,
  );
  return lines(
    '# Rules',
    '',
    'What each rule flags in a hotfix config. Its level can be set in `.hotfixrc.json` (`rules`) and in the editor',
    '(`hotfixConfig.rules`): `off`, `hint`, `information`, `warning` or `error`. A level never changes what a node does.',
    '',
    '| rule | default level | flags | fix |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'A *safe* fix is applied by "fix all", on save and by `hotfix-config fix`. Other fixes are offered one by one. A safe fix',
    'never takes an upgrade from a node. It can make a misspelled entry effective, but only if its version then has no finding.',
  );
}

function fixMark({ fix }: Rule): string {
  return [fix?.safe && 'safe', fix?.onRequest && 'on request'].filter(Boolean).join(', ');
}

function page(rule: Rule): string {
  return lines(
    `# ${rule.id}`,
    '',
    `Flags ${rule.summary}. Default level: **${rule.level}**.`,
    '',
    rule.why,
    '',
    '## Examples',
    ...rule.examples.flatMap(example),
    ...fixes(rule),
    '## Messages',
    '',
    ...Object.entries<string>(rule.messages).map(([id, text]) => `- \`${id}\`: ${shown(text)}`),
    '',
    '## Change its level',
    '',
    'In `.hotfixrc.json`, for every editor and the command line:',
    '',
    '```json',
    `{ "rules": { "${rule.id}": "${rule.level === 'warning' ? 'error' : 'warning'}" } }`,
    '```',
  );
}

/** Without the alternatives for empty values, and without markup. */
function shown(text: string): string {
  return text.replace(/\|[^{}]*\}/g, '}').replace(/[<>]/g, '\\$&');
}

function example({ before, after, payload, payloadBaseline }: Example): string[] {
  const fixed = after === undefined ? [] : ['', 'After the fix:', '', '```json', after, '```'];
  const template = '`nodecustomdata.yml`';
  return [
    ...block(before),
    ...(payloadBaseline === undefined
      ? []
      : ['', `With this ${template} at the baseline:`, ...block(payloadBaseline)]),
    ...(payload === undefined ? [] : ['', `With this ${template}:`, ...block(payload)]),
    ...fixed,
  ];
}

function block(text: string): string[] {
  return ['', '```text', text.replace(/^\n/, ''), '```'];
}

function fixes({ fix }: Rule): string[] {
  if (!fix) return [''];
  const rows = [
    fix.safe === undefined ? [] : [`- Safe, part of "fix all": ${fix.safe}`],
    fix.onRequest === undefined ? [] : [`- On request: ${fix.onRequest}`],
  ];
  return ['', '## Fixes', '', ...rows.flat(), ''];
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
