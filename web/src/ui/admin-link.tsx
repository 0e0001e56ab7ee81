import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Props {
  to: string;
  search?: Record<string, string | number | undefined>;
  className?: string;
  exact?: boolean;
  /** The search takes part in saying which link is the present page: for parts of one page. */
  bySearch?: boolean;
  children: ReactNode;
}

/** A link within the administration. */
export function AdminLink({ to, search = {}, className, exact = false, bySearch = false, children }: Props) {
  return (
    <Link
      to={to as "/messages"}
      search={search as never}
      className={className}
      activeOptions={{ exact: exact || bySearch, includeSearch: bySearch, explicitUndefined: true }}
      activeProps={{ "aria-current": "page" }}
    >
      {children}
    </Link>
  );
}
