import { readFile } from 'node:fs/promises';
import type { OnResolveResult, Plugin } from 'esbuild';

const modules =
  /[\\/]node_modules[\\/](?:jsonc-parser|vscode-(?:jsonrpc|language(?:client|server(?:-protocol|-types)?)))[\\/]lib[\\/].*\.js$/;
/** What belongs to a platform sets it up when it is loaded; all else only defines things. */
const platformModules = /[\\/]lib[\\/](?:node|browser)[\\/]/;
const resolving = Symbol('resolving');

/**
 * Lets esbuild leave out what nobody uses of the libraries that speak the protocol and read JSON. TypeScript has made
 * CommonJS of their modules, of which a bundler takes all or nothing, and functions of their namespaces, which might do
 * anything: that was a third of the server. This makes modules and plain values of them again. A module in which
 * something else stands than TypeScript writes is taken as it is.
 */
export const treeShaking: Plugin = {
  name: 'tree-shaking',
  setup({ onLoad, onResolve, resolve }) {
    onLoad({ filter: modules }, async ({ path }) => {
      const contents = asModule(await readFile(path, 'utf8'));
      return /\bexports\b|\brequire\(/.test(withoutComments(contents)) ? undefined : { contents };
    });
    onResolve({ filter: /^(?:jsonc-parser|vscode-|\.)/ }, async ({ path, pluginData, ...options }) => {
      const isOwn = path.startsWith('.') && !modules.test(options.importer);
      if (pluginData === resolving || isOwn) return undefined;
      return pure(await resolve(path, { ...options, pluginData: resolving }));
    });
  },
};

function pure(resolved: OnResolveResult): OnResolveResult {
  const { path = '' } = resolved;
  return modules.test(path) && !platformModules.test(path) ? { ...resolved, sideEffects: false } : resolved;
}

/** Each step undoes one thing that TypeScript does; they rely on its line breaks. */
function asModule(code: string): string {
  const pathOf = new Map<string, string>();
  const exported = new Set<string>();
  const exportOnce = (name: string) => {
    if (exported.has(name)) return '';
    exported.add(name);
    return `export { ${name} };`;
  };
  return code
    .replace(/^var __\w+ = \(this[\s\S]*?^\}.*;$/gm, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);$/m, '')
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/^__exportStar\(require\((".+?")\), exports\);$/gm, 'export * from $1;')
    .replace(
      /^(?:const|var) (\w+) = (__import(?:Star|Default)\()?require\((".+?")\)\)?;$/gm,
      (_, name: string, helper: string | undefined, path: string) => {
        pathOf.set(name, path);
        // Without a helper, TypeScript gives what it imports from an ES module a name of its own: `parse_1`.
        const isNamespace = helper !== undefined || /_\d+$/.test(name);
        return `import ${isNamespace ? '* as ' : ''}${name} from ${path};`;
      },
    )
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (_, name: string, module: string, original: string) =>
        `export { ${original} as ${name} } from ${pathOf.get(module)};`,
    )
    .replace(
      // A namespace of its own, which nobody misses where nobody asks for it.
      /^(export )?var (\w+);\n\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \((exports\.\2 = )?\2 = \{\}\)\);$/gm,
      (_, isExport = '', name: string, body: string, assigns?: string) => {
        const value = `/* @__PURE__ */ (function (${name}) {\n${body}return ${name};\n})({})`;
        return `${isExport}var ${name} = ${value};${assigns ? exportOnce(name) : ''}`;
      },
    )
    .replace(
      // One that adds to a class or a function of the same name.
      /^\}\)\((\w+) \|\| \(exports\.\1 = \1 = \{\}\)\);$/gm,
      (_, name: string) => `})(${name});${exportOnce(name)}`,
    )
    .replace(/^exports\.default = (.+);$/gm, 'export default $1;')
    .replace(/^exports\.(\w+) = \1;$/gm, (_, name: string) => exportOnce(name))
    .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
    .replace(/\bexports\.(\w+)/g, '$1');
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
