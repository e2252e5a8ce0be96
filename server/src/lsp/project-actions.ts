import type { CodeAction, Connection, WorkspaceEdit } from 'vscode-languageserver';
import { projectFileName } from '../names.ts';
import {
  type ChangeLevelParams,
  changeLevelCommand,
  changeLevelRequest,
  showRuleCommand,
} from '../protocol.ts';
import { levels, rules } from '../rules/index.ts';
import type { Finding } from '../service/findings/finding.ts';
import { lostBase, withAcceptedLoss } from '../service/settings/accepted-losses.ts';
import { withSetting } from '../service/settings/with-setting.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { Checker } from './checker.ts';
import { editOf, type OpenText, otherFile } from './other-file.ts';
import { textIn, uriIn } from './params.ts';
import type { DocumentSettings } from './settings.ts';

/** An action about a finding that changes the project file, or nothing. */
export interface ProjectAction extends Pick<CodeAction, 'title' | 'command'> {
  readonly finding: Finding;
  edits(): WorkspaceEdit | [];
}

/** Of the highest levels: a line can have findings of many rules, and the fixes must stay in sight. */
const mostRules = 2;

/** Records decisions in `.hotfixrc.json`: accepted losses and levels of rules. */
export class ProjectActions {
  constructor(
    private readonly checker: Checker,
    private readonly capabilities: ResolvedCapabilities,
    private readonly openText: OpenText,
  ) {}

  listen(connection: Connection): void {
    connection.onRequest<WorkspaceEdit | null, void>(changeLevelRequest, (params: ChangeLevelParams) => {
      const [uri, rule, level] = [uriIn(params, 'uri'), textIn(params, 'rule'), textIn(params, 'level')];
      const isValid = rules.some(({ id }) => id === rule) && ['off', ...levels].includes(level);
      if (!isValid) return null;
      const edit = (settings: DocumentSettings) =>
        this.canWrite(settings)
          ? this.write(settings, (text) => withSetting(text, ['rules', rule], level))
          : null;
      const document = this.openText(uri);
      const payload = document && this.checker.checkPayload(document);
      if (payload === undefined) return this.checker.ask(uri, (_, { settings }) => edit(settings));
      return Promise.resolve(payload).then((checked) => checked && edit(checked.settings));
    });
  }

  /** For findings at a range. */
  offered(uri: string, settings: DocumentSettings, found: readonly Finding[]): ProjectAction[] {
    const canWrite = this.canWrite(settings);
    const losses = canWrite ? found : [];
    const accepted = losses.flatMap((finding) => {
      const base = lostBase(finding);
      return base === undefined ? [] : [this.accept(settings, finding, base)];
    });
    if (!this.capabilities.explainsRules) return accepted;
    const firsts = found
      .filter(({ ruleId }, i) => found.findIndex((other) => other.ruleId === ruleId) === i)
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
    return [
      ...accepted,
      ...firsts
        .slice(0, mostRules)
        .flatMap((finding) => [...(canWrite ? [changeLevel(uri, finding)] : []), showRule(finding)]),
    ];
  }

  /** A loss can be a decision, which is recorded in the project file. Its reason is empty: the user must fill it in. */
  private accept(settings: DocumentSettings, finding: Finding, base: string): ProjectAction {
    return {
      title: `Record the loss of base "${base}" as accepted in ${projectFileName}`,
      finding,
      edits: () => this.write(settings, (text) => withAcceptedLoss(text, base)),
    };
  }

  private canWrite({ project }: DocumentSettings): boolean {
    return project ? project.problems.length === 0 : this.capabilities.createsFiles;
  }

  private write({ project, projectUri }: DocumentSettings, change: (text: string) => string): WorkspaceEdit {
    const file = otherFile(this.openText, projectUri, project?.text);
    return editOf(file, change(file.text ?? ''), this.capabilities);
  }
}

function changeLevel(uri: string, finding: Finding): ProjectAction {
  const title = `Change level of ${finding.ruleId} in ${projectFileName}…`;
  const args = [uri, finding.ruleId, finding.level];
  return {
    title,
    finding,
    command: { title, command: changeLevelCommand, arguments: args },
    edits: () => [],
  };
}

function showRule(finding: Finding): ProjectAction {
  const title = `Show rule ${finding.ruleId}`;
  const command = { title, command: showRuleCommand, arguments: [finding.ruleId] };
  return { title, finding, command, edits: () => [] };
}
