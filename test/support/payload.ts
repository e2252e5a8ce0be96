export const begin = '# ---- hotfix-scripts: auto-generated ----';
export const end = '# ---- end hotfix-scripts ----';

/** A script as AgentBaker's template has it. */
export function scriptIn(name: string): string {
  return [
    `- path: /opt/azure/containers/${name}.sh`,
    '  permissions: "0744"',
    '  content: !!binary |',
    `    {{GetVariableProperty "cloudInitData" "${name}"}}`,
  ].join('\n');
}

/** The template, which is not valid YAML, with a block of these scripts. */
export function template(...names: readonly string[]): string {
  return around([begin, ...names.map(scriptIn), end].join('\n'));
}

/** The template with any lines in place of the block. */
export function around(lines: string): string {
  return [
    '#cloud-config',
    'write_files:',
    scriptIn('alwaysThere'),
    lines,
    '{{- if IsMariner}}',
    scriptIn('alsoThere'),
    '{{end}}',
    '',
  ].join('\n');
}
