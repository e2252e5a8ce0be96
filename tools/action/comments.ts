/** What GitHub's API says of a comment. */
export interface Comment {
  readonly id: number;
  readonly body?: string | null;
  readonly user?: { readonly login?: string } | null;
}

/** GitHub does not allow the request. The message says what to do. */
export class Refused extends Error {}

/** In milliseconds. */
const timeLimit = 30_000;
/** GitHub allows 2,500 comments on an issue. */
const mostPages = 30;

const readOnly =
  'the token may not write comments; add "permissions: pull-requests: write" to the job. Pull requests from forks have a token that only reads';

/** The comments on a pull request, by GitHub's API with the token of the job. */
export class Comments {
  private readonly api = process.env['GITHUB_API_URL'] || 'https://api.github.com';
  private readonly comments: string;

  constructor(
    private readonly repository: string,
    number: number,
  ) {
    this.comments = `${this.api}/repos/${repository}/issues/${number}/comments`;
  }

  /** Looks through all pages. */
  async find(isWanted: (comment: Comment) => boolean): Promise<Comment | undefined> {
    for (let page = 1; page <= mostPages; page++) {
      const response = await this.ask('GET', `${this.comments}?per_page=100&page=${page}`);
      const comments: readonly Comment[] = JSON.parse(await response.text());
      const found = comments.find(isWanted);
      // The addresses in the header are not followed: the token is only for GitHub.
      if (found || !/\brel="next"/.test(response.headers.get('link') ?? '')) return found;
    }
    return undefined;
  }

  async update(id: number, body: string): Promise<void> {
    await this.ask('PATCH', `${this.api}/repos/${this.repository}/issues/comments/${id}`, { body });
  }

  async create(body: string): Promise<void> {
    await this.ask('POST', this.comments, { body });
  }

  private async ask(method: 'GET' | 'PATCH' | 'POST', url: string, body?: object): Promise<Response> {
    const response = await fetch(url, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${process.env['GITHUB_TOKEN']}`,
        'content-type': 'application/json',
        'user-agent': 'hotfix-config',
        'x-github-api-version': '2022-11-28',
      },
      signal: AbortSignal.timeout(timeLimit),
    });
    if (response.ok) return response;
    const isForbidden = [401, 403, 404].includes(response.status);
    throw new Refused(`GitHub answered ${response.status}${isForbidden ? `: ${readOnly}` : ''}`);
  }
}
