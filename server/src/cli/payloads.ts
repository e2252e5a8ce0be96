import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Analysis, decodeUtf8, noFile, Payload, type Readings } from '../model/index.ts';
import { embeddedConfigPath, payloadPath } from '../names.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { type CheckOptions, checkPayload } from '../service/findings/finding.ts';
import type { FileReport } from '../service/findings/json-findings.ts';
import { largestFile, largestPayload } from '../service/host.ts';
import type { Baseline } from './baseline.ts';
import { bytesOf } from './content.ts';
import { rootOfConfig, rootOfPayload } from './layout.ts';
import { shown } from './listing.ts';
import type { Projects } from './projects.ts';
import { asProblem, CannotWork, type Terminal } from './terminal.ts';

/** What is compared in one root of AgentBaker's layout. */
type Compared = Pick<CheckOptions, 'payload' | 'payloadBaseline'>;

/** The payloads of scripts beside the configs that images get, now and at the baseline. */
export class Payloads {
  private readonly byRoot = new Map<string, Promise<Compared>>();
  private readonly contents = new Map<string, Uint8Array>();
  /** The checked configs by root; undefined if a config is not there any more. */
  private readonly configs = new Map<string, Analysis | undefined>();

  constructor(
    private readonly projects: Projects,
    private readonly baseline: Baseline | undefined,
    private readonly terminal: Terminal,
    /** The name of a file in the report. */
    private readonly nameOf: (file: string) => string,
  ) {}

  /** What a config is checked with. Nothing in another layout, or beside a payload that cannot be read. */
  async beside(config: string): Promise<Compared> {
    const root = rootOfConfig(this.absolute(config));
    const compared = root === undefined ? {} : await this.of(root).catch(asProblem);
    return compared instanceof CannotWork ? {} : compared;
  }

  /** The text of a payload that is not read from its file. */
  given(file: string, content: Uint8Array): void {
    this.contents.set(rootOfPayload(this.absolute(file)) ?? '', content);
  }

  checked(config: string, analysis: Analysis | undefined): void {
    const root = rootOfConfig(this.absolute(config));
    if (root !== undefined) this.configs.set(root, analysis);
  }

  /** The findings of a payload. Undefined if no lines of it are about hotfixes, unless it is named. */
  async reportOn(
    file: string,
    { isNamed, options }: { readonly isNamed: boolean; readonly options: CheckOptions },
  ): Promise<FileReport | undefined> {
    const root = rootOfPayload(this.absolute(file)) ?? '';
    const { payload, payloadBaseline } = await this.of(root);
    // Reading it reports why it cannot be read.
    if (!payload && isNamed) await bytesOf(file, this.terminal, largestPayload);
    if (!payload) return undefined;
    const findings = checkPayload(payload, await this.configIn(root), {
      ...options,
      baseline: await this.gateAtBaseline(root),
      payloadBaseline,
    });
    const isUnused = !payload.isAboutHotfixes && findings.length === 0;
    return isUnused && !isNamed ? undefined : { file, text: payload.text, findings };
  }

  private of(root: string): Promise<Compared> {
    const known = this.byRoot.get(root) ?? this.read(root);
    this.byRoot.set(root, known);
    return known;
  }

  private async read(root: string): Promise<Compared> {
    const { baseline } = this;
    const path = shown(join(root, payloadPath), this.terminal);
    const parsed = (bytes: Uint8Array) => new Payload(decodeUtf8(bytes), this.nameOf(path));
    const now =
      this.contents.get(root) ?? (await this.projects.contentBelow(root, payloadPath, largestPayload));
    const before = await baseline?.contentOf(path);
    const wasRemoved = before !== undefined && !now && !(await baseline?.isLeftOut(path));
    return {
      payload: now ? parsed(now) : wasRemoved ? parsed(new Uint8Array()) : undefined,
      payloadBaseline: before && parsed(before),
    };
  }

  private async configIn(root: string): Promise<Analysis | undefined> {
    if (this.configs.has(root)) return this.configs.get(root);
    const content = await this.projects.contentBelow(root, embeddedConfigPath, largestFile);
    return content && analysisOf(content);
  }

  /** Images get the config from this path only, also before it was moved. */
  private async gateAtBaseline(root: string): Promise<Readings | undefined> {
    if (!this.baseline) return undefined;
    const content = await this.baseline.contentOf(shown(join(root, embeddedConfigPath), this.terminal));
    return content ? analysisOf(content).readings : noFile;
  }

  private absolute(file: string): string {
    return resolve(this.terminal.cwd, file);
  }
}

/** The payload beside a config; undefined in another layout, or if it cannot be read. */
export async function payloadBeside(
  config: string,
  { cwd }: Terminal,
  projects: Projects,
): Promise<Payload | undefined> {
  const root = rootOfConfig(resolve(cwd, config));
  if (root === undefined) return undefined;
  const content = await projects.contentBelow(root, payloadPath, largestPayload).catch(asProblem);
  return content === undefined || content instanceof CannotWork
    ? undefined
    : new Payload(decodeUtf8(content));
}

/** The paths and, for each payload among them, the config that enables it. */
export function withGates(
  paths: readonly string[],
  called: (path: string) => string,
  terminal: Terminal,
): string[] {
  const gates = paths.flatMap((path) => {
    const root = rootOfPayload(resolve(terminal.cwd, called(path)));
    const gate = root === undefined ? undefined : join(root, embeddedConfigPath);
    return gate !== undefined && existsSync(gate) ? [shown(gate, terminal)] : [];
  });
  return [...paths, ...gates];
}

/** The payloads to check: those that were found, and those beside the configs. */
export function payloadsBeside(
  configs: readonly string[],
  found: readonly string[],
  terminal: Terminal,
): string[] {
  const beside = configs.flatMap((config) => {
    const root = rootOfConfig(resolve(terminal.cwd, config));
    return root === undefined ? [] : [shown(join(root, payloadPath), terminal)];
  });
  return [...new Set([...beside, ...found])].sort();
}
