// Vitest's functions on top of Node's test runner: Vitest itself loads native parts that Wine cannot run.
import {
  after,
  before,
  beforeEach as beforeEachHere,
  describe as describeHere,
  it as itHere,
} from 'node:test';
import { format } from 'node:util';
import { GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';
import * as chai from 'chai';
import type { ExpectStatic } from 'vitest';

export { afterEach } from 'node:test';
export const afterAll = after;
export const beforeAll = before;
export const beforeEach = (prepare: () => unknown): void =>
  beforeEachHere(async () => {
    try {
      await prepare();
    } catch (thrown) {
      if (!isLackOfGit(thrown)) throw thrown;
      lacksGit = true;
    }
  });

type Work = (...values: unknown[]) => unknown;
interface Context {
  skip(reason?: string): void;
}
type Define = (
  name: string,
  options: { readonly skip: boolean },
  work: (context?: Partial<Context>) => unknown,
) => unknown;

export const describe = withVariants(describeHere as Define, (work) => () => work({ skip: () => undefined }));
export const it = withVariants(itHere as Define, unlessGit);

function withVariants(define: Define, adapt: typeof unlessGit) {
  const variant = (skip: boolean) => {
    const one = (name: string, work: Work = () => undefined) =>
      void define(
        name,
        { skip },
        adapt((context) => work(context)),
      );
    const each = (rows: readonly unknown[]) => (name: string, work: Work) => {
      for (const row of rows) {
        const values: unknown[] = Array.isArray(row) ? row : [row];
        void define(
          titleOf(name, values),
          { skip },
          adapt(() => work(...values)),
        );
      }
    };
    return Object.assign(one, { each });
  };
  const [run, skip] = [variant(false), variant(true)];
  return Object.assign(run, { skip, skipIf: (condition: unknown) => (condition ? skip : run) });
}

/** No git for Windows can be installed here. A test that starts it, or is prepared with it, is skipped. */
let lacksGit = false;
const isLackOfGit = (thrown: unknown): boolean =>
  thrown instanceof Error && /^spawn(?:Sync)? git ENOENT$/.test(thrown.message);

function unlessGit(work: (context: Context) => unknown): Parameters<Define>[2] {
  return async (context) => {
    const skip = (reason?: string) => context?.skip?.(reason ?? 'not here');
    const isUnprepared = lacksGit;
    lacksGit = false;
    if (isUnprepared) return skip('needs git');
    try {
      await work({ skip });
    } catch (thrown) {
      if (!isLackOfGit(thrown)) throw thrown;
      skip('needs git');
    }
  };
}

/** The values of a row in place of `%s` and `$name`. */
function titleOf(name: string, values: readonly unknown[]): string {
  const placeholders = name.match(/%[sdifjoO]/g)?.length ?? 0;
  const [first] = values;
  return format(name, ...values.slice(0, placeholders)).replace(/\$(\w+)/g, (all, key: string) =>
    typeof first === 'object' && first !== null && key in first ? String(Reflect.get(first, key)) : all,
  );
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  {
    unreachable(message = ''): never {
      chai.assert.fail(`Expected this not to be reached. ${message}`);
    },
  },
) as unknown as ExpectStatic;
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect });
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
