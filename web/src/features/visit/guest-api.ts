import { Problem, problemOf, type Query, withQuery } from "@/api/http";

let token: string | null = null;

export function actAs(guest: string | null) {
  token = guest;
}

export const actingToken = () => token;

export function guestHeaders(): Record<string, string> {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

async function answer(method: string, path: string, body?: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "omit", // a colleague who looks at the page in his own browser is a guest here too
      headers: { ...guestHeaders(), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, "client.offline");
  }
  if (response.ok) return response;
  throw problemOf(response.status, await response.text(), response.headers.get("Retry-After"));
}

async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  const text = await (await answer(method, path, body)).text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** The server as a guest sees it: a token in a header, never a cookie. */
export const guestApi = {
  get: <T>(path: string, query?: Query) => json<T>("GET", withQuery(path, query)),
  post: <T = void>(path: string, body?: unknown) => json<T>("POST", path, body),
  put: <T = void>(path: string, body?: unknown) => json<T>("PUT", path, body),
  delete: (path: string) => json<void>("DELETE", path),
  blob: async (path: string) => (await answer("GET", path)).blob(),
};
