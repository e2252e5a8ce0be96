import type { Connection } from 'vscode-languageserver';
import { notConfigNotification, type StatusParams, statusNotification } from '../protocol.ts';
import { summarize } from '../service/answers/status.ts';
import type { Catalogues } from './catalogues.ts';
import type { Checked, CheckedManifest } from './checker.ts';
import { settingsProblem } from './setting-problems.ts';

/** Tells the client what nodes do with each open config, and which document is not a config any more. */
export class StatusReports {
  /** The documents whose status the client shows. */
  private readonly shown = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly catalogues: Catalogues,
  ) {}

  send(uri: string, of: Checked | CheckedManifest | undefined): void {
    const all = of && 'configs' in of ? of.configs.map(({ checked }) => checked) : of ? [of] : [];
    // Of several configs, one that nodes cannot read matters most.
    const checked = all.find(({ analysis }) => !analysis.isReadable) ?? all[0];
    if (!checked) {
      if (this.shown.delete(uri)) void this.connection.sendNotification(notConfigNotification, { uri });
      return;
    }
    const { analysis, settings, options } = checked;
    this.shown.add(uri);
    const status: StatusParams = {
      uri,
      ...summarize(analysis, options.catalogue),
      settingsProblem: settingsProblem(settings, this.catalogues) ?? null,
    };
    void this.connection.sendNotification(statusNotification, status);
  }

  closed(uri: string): void {
    this.shown.delete(uri);
  }
}
