import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Props {
  to: string;
  search?: Record<string, string | number | undefined>;
  className?: string;
  exact?: boolean;
  children: ReactNode;
}

/** A link within the administration. */
export function AdminLink({ to, search = {}, className, exact = false, children }: Props) {
  return (
    <Link
      to={to as "/messages"}
      search={search as never}
      className={className}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
    >
      {children}
    </Link>
  );
}
