import {
  type Analysis,
  type Config,
  canonicalBase,
  configsRead,
  type Readings,
  trimSpace,
} from '../../model/index.ts';
import { nearestField } from '../../rules/nearest-field.ts';
import { isCertainPath, isConfigPath } from './names.ts';

/**
 * Whether the content of a file looks like a hotfix config. Other products use names such as `sql.hotfix.json`, so the
 * content decides. A file that asked for a hotfix before counts too, because nodes lose that hotfix.
 */
export function looksLikeConfig({ source }: Analysis, before?: Readings): boolean {
  const { root, fields, faults } = source;
  if (before && configsRead(before).some(asksForHotfix)) return true;
  // The forgiving parser can skip these. After any other fault the intended content is unknown.
  const isParsable = faults.every(({ code }) => readPast.has(code));
  if (!isParsable || !root || root.kind === 'null') return true;
  if (root.kind !== 'object') return false;
  return (
    fields.length === 0 || fields.some(({ name, key }) => name !== undefined || looksLikeField(key.value))
  );
}

/**
 * Whether a file that the user named is a config. A name that is not one of the built-in ones was chosen for it, so only a
 * built-in name that other products use too needs a content that looks like one.
 */
export function isConfigNamed(file: string, analysis: Analysis, before?: Readings): boolean {
  const path = `/${file.replaceAll('\\', '/')}`;
  return !isConfigPath(path, []) || isCertainPath(path, []) || looksLikeConfig(analysis, before);
}

const readPast: ReadonlySet<string> = new Set([
  'byte-order-mark',
  'comment',
  'foreign-quotes',
  'foreign-space',
  'trailing-comma',
]);

/** Nearly a field name, or a base that belongs into `hotfixes`. */
function looksLikeField(key: string): boolean {
  return nearestField(key) !== undefined || canonicalBase(trimSpace(key)) !== undefined;
}

function asksForHotfix({ hotfixes, version, scripts_version }: Config): boolean {
  return Boolean(hotfixes?.size || trimSpace(version) || trimSpace(scripts_version));
}
