/** One field of a form that the server refused; the code is translated by the client. */
export interface FieldProblem {
  field: string;
  code: string;
  /** In forms that companies design: the row of a table from 0, its column, and what fills the text. */
  row?: number;
  column?: string;
  params?: Record<string, unknown>;
}

/** A refusal of the server (RFC 9457 with a stable code), or a request that never arrived (`client.offline`). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Record<string, unknown> = {},
    readonly errors: FieldProblem[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code);
    this.name = "Problem";
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
}

type SignedOutListener = () => void;
let onSignedOut: SignedOutListener = () => {};

/** Called when the server says 401 to a request that needed a session. */
export function listenForSignOut(listener: SignedOutListener) {
  onSignedOut = listener;
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

export function problemOf(status: number, text: string, retryAfter: string | null): Problem {
  const seconds = retryAfter === null ? null : Number(retryAfter);
  try {
    const detail = JSON.parse(text) as Partial<Problem>;
    if (typeof detail.code === "string") {
      return new Problem(status, detail.code, detail.params ?? {}, detail.errors ?? [], seconds);
    }
  } catch {
    // Not a problem document: an intermediary answered.
  }
  return new Problem(status, status === 413 ? "platform.too_large" : "client.unexpected", { status }, [], seconds);
}

async function request<T>(method: string, path: string, { query, body, signal }: Options = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(withQuery(path, query), {
      method,
      credentials: "same-origin",
      headers: body === undefined ? undefined : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "client.offline");
  }
  const text = await response.text();
  if (response.ok) return (text === "" ? undefined : JSON.parse(text)) as T;
  const problem = problemOf(response.status, text, response.headers.get("Retry-After"));
  if (problem.status === 401 && path !== "/api/session") onSignedOut();
  throw problem;
}

/** The server, typed by the caller: `api.get<Page<Card>>("/api/members", { query: { q } })`. */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => request<T>("GET", path, { query, signal }),
  post: <T = void>(path: string, body?: unknown) => request<T>("POST", path, { body }),
  put: <T = void>(path: string, body?: unknown) => request<T>("PUT", path, { body }),
  delete: <T = void>(path: string) => request<T>("DELETE", path),
};
