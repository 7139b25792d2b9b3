import { logText, shortened } from './escape.ts';

/** First line of the comment, by which the next run finds it again. A browser does not show it. */
export const MARKER = '<!-- packgate -->';

/** GitHub takes 65,536 characters; UTF-8 never has fewer bytes than a text has characters. */
export const MAX_COMMENT_BYTES = 60_000;

const PER_PAGE = 100;

/** Comments further back are not looked at. */
const MAX_PAGES = 10;

/** One call to GitHub; a release must not wait on a comment. In milliseconds. */
const TIMEOUT = 15_000;

/** How long to wait before each call that is made again because GitHub was in trouble. In milliseconds. */
const RETRIES = [500, 2000];

/** What became of the comment; nothing of it changes the verdict. `reason` is safe to log. */
export type CommentResult =
  | { readonly kind: 'created' | 'updated' }
  | { readonly kind: 'skipped' | 'failed'; readonly reason: string };

/** The part of an issue comment that is read here; GitHub's answer, so any of it may be missing. */
interface IssueComment {
  readonly id: number;
  readonly body?: string | undefined;
  readonly user?: { readonly type?: string } | null;
  readonly author_association?: string | undefined;
}

/**
 * Writes `markdown` (at most `MAX_COMMENT_BYTES`) into the one comment that packgate keeps on the pull request of this workflow run: updates the one an
 * earlier run left, or creates it. Repository, event and API address come from the runner's environment. Never throws.
 *
 * A token that may not write, as on a pull request from a fork, is `skipped`; anything else that GitHub answers is `failed`.
 */
export async function commentOnPullRequest(markdown: string, token: string): Promise<CommentResult> {
  try {
    // Half of dist/index.js; most runs never need it.
    const { context, getOctokit } = await import('@actions/github');
    const number: unknown = context.payload.pull_request?.number;
    if (!context.eventName?.startsWith('pull_request') || typeof number !== 'number') {
      return { kind: 'skipped', reason: 'this run is not about a pull request' };
    }
    if (token === '') return { kind: 'failed', reason: 'input "github-token" is empty' };
    const issues = getOctokit(token).rest.issues;
    const { owner, repo } = context.repo;
    const body = `${MARKER}\n${markdown}`;
    for (let page = 1; page <= MAX_PAGES; page++) {
      const at = { owner, repo, issue_number: number, per_page: PER_PAGE, page };
      const { data } = await patiently((request) => issues.listComments({ ...at, request }));
      const known = data.find(isOurs);
      if (known !== undefined) {
        const comment = { owner, repo, comment_id: known.id, body };
        await patiently((request) => issues.updateComment({ ...comment, request }));
        return { kind: 'updated' };
      }
      if (data.length < PER_PAGE) break;
    }
    // Not made again: an answer that got lost may have been that it is there, and two comments are worse than none.
    const request = { signal: AbortSignal.timeout(TIMEOUT) };
    await issues.createComment({ owner, repo, issue_number: number, body, request });
    return { kind: 'created' };
  } catch (error) {
    return refusal(error);
  }
}

/** Calls GitHub, and again where it answers that it is in trouble itself; what it refuses stays refused. */
async function patiently<Answer>(
  call: (request: { signal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  for (const pause of RETRIES) {
    try {
      return await call({ signal: AbortSignal.timeout(TIMEOUT) });
    } catch (error) {
      const { status, response } = error as { status?: unknown; response?: unknown };
      if (response === undefined || typeof status !== 'number' || status < 500) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return call({ signal: AbortSignal.timeout(TIMEOUT) });
}

/**
 * Begins with the marker, and comes from a bot or from somebody who may write to the repository: anybody can write the marker into
 * a comment, and the author of a comment may change its text later.
 */
function isOurs({ body, user, author_association: association }: IssueComment): boolean {
  if (body === undefined || !body.startsWith(MARKER)) return false;
  return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? '');
}

function refusal(error: unknown): CommentResult {
  const { status, response, message } = error as { status?: unknown; response?: unknown; message?: unknown };
  if (status === 403) {
    return {
      kind: 'skipped',
      reason:
        'the token may not write comments: it needs "pull-requests: write", which pull requests from forks never get',
    };
  }
  const said = logText(shortened(String(message)));
  // Octokit calls a connection that failed a status 500 too, but then there was no response.
  return { kind: 'failed', reason: response === undefined ? said : `GitHub answered ${status}: ${said}` };
}
