import { readFile } from 'node:fs/promises';
import type { OnResolveResult, Plugin } from 'esbuild';

const modules =
  /[\\/]node_modules[\\/](?:jsonc-parser|vscode-(?:jsonrpc|language(?:client|server(?:-protocol|-types)?)))[\\/]lib[\\/].*\.js$/;
/** Modules of a platform have side effects when they are loaded. All others only define things. */
const platformModules = /[\\/]lib[\\/](?:node|browser)[\\/]/;
const resolving = Symbol('resolving');

/**
 * Lets esbuild remove unused parts of the libraries for the protocol and for JSON. TypeScript compiled their modules
 * to CommonJS, which a bundler includes completely, and their namespaces to functions, which could have side effects:
 * that was a third of the server. This turns them back into modules and plain values. A module with other code than
 * TypeScript writes is not changed.
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

/** Each step reverts one transformation of TypeScript. They rely on its line breaks. */
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
        // Without a helper, TypeScript names what it imports from an ES module `parse_1`.
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
      // A namespace of its own, which is removed if it is unused.
      /^(export )?var (\w+);\n\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \((exports\.\2 = )?\2 = \{\}\)\);$/gm,
      (_, isExport = '', name: string, body: string, assigns?: string) => {
        const value = `/* @__PURE__ */ (function (${name}) {\n${body}return ${name};\n})({})`;
        return `${isExport}var ${name} = ${value};${assigns ? exportOnce(name) : ''}`;
      },
    )
    .replace(
      // A namespace that extends a class or a function of the same name.
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
