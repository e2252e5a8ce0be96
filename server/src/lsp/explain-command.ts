import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { lastMap, quote } from '../model/index.ts';
import { explainMap, explainProperty } from '../service/answers/hover.ts';
import { escapeMarkdown, toMarkdown } from '../service/answers/markup.ts';
import { stepsOf } from '../service/answers/node-steps.ts';
import { summarize } from '../service/answers/status.ts';
import type { Checked, Checker } from './checker.ts';

export const explainCommand = 'hotfixConfig.explain';

/**
 * A command for editors without the commands of our extension: what nodes do with an open config, as Markdown. Arguments:
 * the document's URI, and a baked version for its steps. Null if the document is not an open config.
 */
export function answerExplain(connection: Connection, checker: Checker): void {
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    const [uri, baked] = Array.isArray(given) ? given : [];
    if (command !== explainCommand)
      throw invalid(`No command ${quote(String(command))}: there is ${explainCommand}.`);
    if (typeof uri !== 'string') throw invalid(`${explainCommand} needs the URI of the document.`);
    if (baked !== undefined && typeof baked !== 'string')
      throw invalid(`The second argument of ${explainCommand} is a baked version, a text.`);
    await checker.recordsFound(uri);
    return checker.ask(uri, (_, checked) => (baked === undefined ? all(checked) : steps(checked, baked)));
  });
}

function invalid(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

function all({ analysis, options, reasons }: Checked): string {
  const map = lastMap(analysis.source);
  const others = analysis.versionProperties.filter(({ role }) => role !== 'entry');
  return [
    escapeMarkdown(summarize(analysis, options.catalogue).summary),
    ...(map ? [toMarkdown(explainMap(analysis, map, options.catalogue))] : []),
    ...others.map(
      (property) =>
        `**${property.field.name}**: ${toMarkdown(explainProperty(analysis, property, options, reasons))}`,
    ),
  ].join('\n\n');
}

function steps({ analysis, options }: Checked, baked: string): string {
  const parts = (['binary', 'scripts'] as const).map((what) => {
    const { to, always, isVoid, steps } = stepsOf(analysis, baked, what, options.catalogue);
    const subject = what === 'binary' ? 'Controller binary' : 'Provisioning scripts';
    const stays = isVoid ? `gets nothing for ${quote(to)}` : 'stays';
    const does = always ? 'always applied' : to === '' || isVoid ? stays : `upgrades to ${to}`;
    const lines = steps.map(({ text }, i) => `${i + 1}. ${escapeMarkdown(text)}`);
    return `**${subject} of nodes baked with ${escapeMarkdown(baked)}**: ${escapeMarkdown(does)}\n\n${lines.join('\n')}`;
  });
  return parts.join('\n\n');
}
