import {
  type Analysis,
  binaryVerdict,
  type Config,
  canonicalVersion,
  isBase,
  isReadAsUtf8,
  isVersion,
  scriptsVerdict,
  trimSpace,
} from '../model/index.ts';

export interface Summary {
  readonly readable: boolean;
  readonly summary: string;
}

/** Says in a sentence what nodes make of a config, saved in that encoding where it is not plain UTF-8. */
export function summarize({ config }: Analysis, encoding: string | undefined): Summary {
  if (!config || (encoding !== undefined && !isReadAsUtf8(encoding))) {
    return { readable: false, summary: 'Nodes cannot read this file: no hotfix applies.' };
  }
  const parts = [entriesSentence(config), scriptsSentence(config)].filter((part) => part !== '');
  return {
    readable: true,
    summary: `Nodes can read this file; ${parts.join(', ') || 'it asks for no hotfix'}.`,
  };
}

function entriesSentence(config: Config): string {
  const { hotfixes, version } = config;
  if (!hotfixes || hotfixes.size === 0) return fieldSentence('version', version, binaryVerdict, config);
  const applying = [...hotfixes].filter(
    ([base, value]) => isBase(base) && applies(config, value, base, binaryVerdict),
  );
  return `${applying.length} of ${hotfixes.size} ${hotfixes.size === 1 ? 'entry applies' : 'entries apply'}`;
}

function scriptsSentence(config: Config): string {
  return fieldSentence('scripts_version', config.scriptsVersion, scriptsVerdict, config);
}

function fieldSentence(name: string, value: string, verdict: typeof binaryVerdict, config: Config): string {
  const trimmed = trimSpace(value);
  if (trimmed === '') return '';
  const base = canonicalVersion(trimmed)?.slice(0, 9);
  const does = base !== undefined && applies(config, value, base, verdict);
  return `"${name}" ${does ? 'applies' : 'does not apply'}`;
}

/** Whether a node of that base that has no patch yet would upgrade, and to a package that can exist. */
function applies(config: Config, value: string, base: string, verdict: typeof binaryVerdict): boolean {
  return isVersion(trimSpace(value)) && verdict(config, `${base}.0`).upgrade;
}
