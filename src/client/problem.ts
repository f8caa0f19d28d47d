import type { FieldProblem, ProblemReply } from '../http/contract/problem.ts';

/** A refusal of the service. `detail` and `hint` are for a person, in the language asked; branch on `code`. */
export class QorganProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly hint: string | undefined;
  readonly errors: readonly FieldProblem[];
  /** Names the request in the service's log. */
  readonly instance: string;
  /** Of a thing that changed meanwhile: the version it has now. */
  readonly version: number | undefined;
  /** After so long the same request may succeed. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: ProblemReply, retryAfterSeconds: number | undefined) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'QorganProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.hint = problem.hint;
    this.errors = problem.errors ?? [];
    this.instance = problem.instance;
    this.version = problem.version;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static async of(response: Response): Promise<QorganProblem> {
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    return new QorganProblem(await readProblem(response), Number.isFinite(wait) ? wait : undefined);
  }
}

/** What stands between us and the service may answer with a page of its own. */
async function readProblem(response: Response): Promise<ProblemReply> {
  const { status, statusText } = response;
  try {
    const problem = (await response.json()) as ProblemReply;
    if (typeof problem.code === 'string' && typeof problem.detail === 'string') return problem;
  } catch {
    // Not JSON: told by its status alone.
  }
  return {
    type: 'about:blank',
    title: statusText,
    status,
    detail: `${status} ${statusText}`,
    code: `HTTP_${status}`,
    instance: '',
  };
}
