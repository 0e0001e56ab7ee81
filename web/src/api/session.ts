import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { api, Problem } from "./http";
import type { Member, Org, Session } from "./types";

export const sessionKey = ["session"] as const;

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await api.get<Session>("/api/session");
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** A session that works in a company: what every page inside the shell has. */
export interface WorkingSession extends Session {
  member: Member;
  org: Org;
}

export function working(session: Session | null | undefined): WorkingSession | null {
  return session?.member && session.org && !session.disabled ? (session as WorkingSession) : null;
}

/** For pages inside the shell, whose route has made sure that somebody is signed in and works in a company. */
export function useSession(): WorkingSession {
  const session = working(useSuspenseQuery(sessionQuery).data);
  if (!session) throw new Problem(401, "account.not_signed_in");
  return session;
}

export function useSignOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete("/api/session"),
    onSuccess: () => {
      cache.clear();
      window.location.assign("/login");
    },
  });
}
