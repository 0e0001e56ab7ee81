import { useNavigate, useSearch } from "@tanstack/react-router";

/**
 * The administration is a router of its own under /admin; the registered router types are those of the work pages. These two
 * are the only places that say so.
 */
export type AdminSearch = Record<string, string | number | undefined>;

export function useAdminNavigate() {
  const navigate = useNavigate();
  return (to: string, search: AdminSearch = {}, replace = false) =>
    void navigate({ to: to as "/messages", search: search as never, replace });
}

export function useAdminSearch(): AdminSearch {
  return useSearch({ strict: false }) as AdminSearch;
}
