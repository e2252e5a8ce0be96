import { configsIn, type DataText } from '../../server/src/service/manifest/read.ts';

/** A ConfigMap whose `data` is `data`, which is indented by two. */
export function configMap(data: string, name = 'live-patching'): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: kube-system\ndata:\n${data}`;
}

export const isHotfixKey = (key: string) => /hotfix.*\.json$/.test(key);

export function textsIn(manifest: string): DataText[] {
  return configsIn(manifest, isHotfixKey);
}

/** The texts of the configs, by key. */
export function byKey(manifest: string): Record<string, string> {
  return Object.fromEntries(textsIn(manifest).map(({ key, text }) => [key, text.text]));
}
