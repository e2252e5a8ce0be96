import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandsIn, withoutAnnotations } from '../support/runner-log.ts';
import { Repository } from './repository.ts';
import { actionFolder, runAction } from './runner.ts';

interface Posted {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

const bot = { login: 'github-actions[bot]', type: 'Bot' };
const person = { login: 'reviewer', type: 'User' };
const token = 'the-token-of-the-job';

/** The part of GitHub's API that comments need: pages of comments, and a token that may write or not. */
class FakeGitHub {
  readonly comments: Posted[] = [];
  readonly requests: string[] = [];
  /** The answer to every request. */
  private failure: { readonly status: number; readonly text: string } | undefined;
  private mayWrite = true;
  private readonly server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const method = request.method ?? '';
    this.requests.push(`${method} ${url.pathname}`);
    const answer = (status: number, body: unknown, headers = {}) =>
      response.writeHead(status, headers).end(JSON.stringify(body));
    if (this.failure) return response.writeHead(this.failure.status).end(this.failure.text);
    if (request.headers.authorization !== `Bearer ${token}`)
      return answer(401, { message: 'Bad credentials' });
    if (method !== 'GET' && !this.mayWrite)
      return answer(403, { message: 'Resource not accessible by integration' });
    let text = '';
    for await (const chunk of request) text += chunk;
    if (method === 'GET' && url.pathname === '/repos/o/r/issues/7/comments') {
      const [size, page] = [
        Number(url.searchParams.get('per_page') ?? 30),
        Number(url.searchParams.get('page') ?? 1),
      ];
      const next = this.comments.length > size * page;
      const link = `<http://localhost:1/elsewhere?page=${page + 1}>; rel="next", <http://localhost:1/>; rel="last"`;
      return answer(200, this.comments.slice(size * (page - 1), size * page), next ? { link } : {});
    }
    const { body }: { body: string } = JSON.parse(text);
    if (body.length > 65_536)
      return answer(422, { message: 'Body is too long (maximum is 65536 characters)' });
    if (method === 'POST' && url.pathname === '/repos/o/r/issues/7/comments') {
      this.write(body);
      return answer(201, {});
    }
    const id = /^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1];
    const comment = this.comments.find((known) => known.id === Number(id));
    if (method !== 'PATCH' || !comment) return answer(404, { message: 'Not Found' });
    comment.body = body;
    return answer(200, comment);
  });

  write(body: string, user: Posted['user'] = bot): void {
    this.comments.push({ id: 100 + this.comments.length, body, user });
  }

  fail(status: number, text: string): void {
    this.failure = { status, text };
  }

  forbid(): void {
    this.mayWrite = false;
  }

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    const bound = this.server.address();
    return bound !== null && typeof bound === 'object' ? `http://127.0.0.1:${bound.port}` : '';
  }

  stop(): void {
    this.server.close();
  }
}

const high = '{ "hotfixes": { "202604.01": "202604.01.3" } }\n';
const low = '{ "hotfixes": { "202604.01": "202604.01.2" } }\n';

let action: string;
let repository: Repository;
let github: FakeGitHub;
let address: string;
let base: string;
beforeAll(() => {
  action = actionFolder();
});
afterAll(() => rmSync(action, { recursive: true }));
beforeEach(async () => {
  github = new FakeGitHub();
  address = await github.start();
  repository = new Repository();
  repository.write('hotfix.json', high);
  repository.write('.hotfixrc.json', '{ "bundledRecord": false }');
  base = repository.commit('before');
});
afterEach(() => {
  github.stop();
  repository.remove();
});

function run(inputs: Readonly<Record<string, string>> = {}, pull: object = { number: 7 }) {
  return runAction(
    { comment: 'true', args: '--today=2026-07-01', ...inputs },
    {
      action,
      cwd: repository.folder,
      event: { pull_request: { ...pull, base: { sha: base } } },
      env: { GITHUB_API_URL: address, GITHUB_REPOSITORY: 'o/r' },
      token,
    },
  );
}
const bodies = () => github.comments.map(({ body }) => body);

describe('the comment on a pull request', () => {
  it('has the sum of the findings and what nodes lose', async () => {
    repository.write('hotfix.json', low);
    const { status, log } = await run();
    expect([status, log.includes(token)]).toEqual([1, false]);
    expect(github.comments).toHaveLength(1);
    expect(bodies()[0]).toMatch(
      /^<!-- hotfix-config \w{16} -->\n## Hotfix configs\n\n1 error in 1 file\.\n\nCompared with `\w{12}`:\n\n> \[!CAUTION\]\n/,
    );
  });

  it('is updated by later runs, also to say that nothing changes any more', async () => {
    repository.write('hotfix.json', low);
    await run();
    repository.write('hotfix.json', '{}');
    await run();
    expect(bodies()).toEqual([expect.stringContaining('Nodes lose hotfixes: 2 lost.')]);
    const before = github.requests.length;
    await run();
    // The text is the same.
    expect(github.requests.slice(before)).toEqual(['GET /repos/o/r/issues/7/comments']);
    repository.write('hotfix.json', high);
    expect((await run()).status).toBe(0);
    expect(bodies()).toEqual([expect.stringContaining('\n\nNo change in node behavior.\n')]);
  });

  it('says that a later check failed', async () => {
    expect((await run({ paths: 'gone.json' })).status).toBe(3);
    expect(github.comments).toEqual([]);
    repository.write('hotfix.json', low);
    await run();
    repository.write('.hotfixrc.json', '{ "rule": 1 }');
    expect((await run()).status).toBe(2);
    expect(bodies()).toEqual([
      expect.stringMatching(/ -->\n## Hotfix configs\n\nThe check failed\. See the log of its step\.\n$/),
    ]);
  });

  it('is found on a later page, and is never one that another user wrote', async () => {
    repository.write('hotfix.json', low);
    await run();
    const [mine] = github.comments.splice(0);
    for (let i = 0; i < 230; i++) github.write(`comment ${i}`, i % 2 ? person : bot);
    github.write(mine?.body ?? '', person);
    github.write(`${mine?.body}`);
    repository.write('hotfix.json', '{}');
    github.requests.length = 0;
    await run();
    expect(github.requests).toEqual([
      ...Array(3).fill('GET /repos/o/r/issues/7/comments'),
      'PATCH /repos/o/r/issues/comments/331',
    ]);
    expect(github.comments).toHaveLength(232);
    expect(github.comments.at(-2)?.body).toBe(mine?.body);
    expect(github.comments.at(-1)?.body).toContain('2 lost.');
  });

  it('is another one for other paths', async () => {
    repository.write('hotfix.json', low);
    repository.write('sub/b-hotfix.json', high);
    await run({ paths: 'hotfix.json' });
    await run({ 'working-directory': 'sub' });
    await run({ paths: 'hotfix.json' });
    expect(bodies()).toEqual([
      expect.stringContaining('`hotfix.json` (changed)'),
      expect.stringContaining('`sub/b-hotfix.json` (new)'),
    ]);
  });

  it('is not written where no config changes, without a pull request, or unless it is asked for', async () => {
    await run();
    expect(github.comments).toEqual([]);
    repository.write('hotfix.json', low);
    expect((await run({}, {})).log).toContain('hotfix-config: no pull request, so no comment.');
    github.requests.length = 0;
    for (const comment of ['false', '', 'yes']) await run({ comment });
    expect(github.requests).toEqual([]);
  });

  it('fits for any number of configs', async () => {
    const bases = Array.from(
      { length: 200 },
      (_, i) => `2024${String(1 + (i % 12)).padStart(2, '0')}.${String(1 + (i % 28)).padStart(2, '0')}`,
    );
    for (let i = 0; i < 200; i++)
      repository.write(
        `parts/c${i}-hotfix.json`,
        JSON.stringify({ hotfixes: Object.fromEntries(bases.map((one) => [one, `${one}.1`])) }),
      );
    await run();
    expect(bodies()).toEqual([expect.stringMatching(/gained in 200 configs\.\n$/)]);
  });
});

describe('a comment that cannot be written is a warning, and the status is that of the check', () => {
  const warning = /^::warning title=hotfix-config::(.*)$/m;
  it.each([
    [
      'a token that only reads',
      () => github.forbid(),
      /GitHub answered 403: the token may not write comments; add "permissions: pull-requests: write"/,
    ],
    ['an error of GitHub', () => github.fail(502, 'Bad gateway'), /GitHub answered 502$/],
    ['an answer that is not JSON', () => github.fail(200, '<html>::error::x'), /JSON/],
    [
      'an issue that is not there',
      () => github.fail(404, '{}'),
      /GitHub answered 404: the token may not write/,
    ],
    ['no server', () => github.stop(), /fetch failed/],
  ])('with %s', async (_, prepare, message) => {
    repository.write('hotfix.json', low);
    prepare();
    const { status, log } = await run();
    expect([status, warning.exec(log)?.[1]]).toEqual([1, expect.stringMatching(message)]);
    expect(commandsIn(withoutAnnotations(log))).toEqual([]);
    expect(log).not.toContain(token);
  });
});
