import { useMutation } from "@tanstack/react-query";
import { api } from "./http";
import type { Session } from "./types";

/** Works in another company from now on: everything kept in memory belongs to the old one, so the page starts afresh. */
export function useSwitchCompany() {
  return useMutation({
    mutationFn: (orgId: number) => api.put<Session>("/api/session/company", { orgId }),
    onSuccess: () => window.location.assign("/messages"),
  });
}
