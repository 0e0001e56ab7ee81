import type { Grant } from "@/api/types";

/** Owner and administrators: everything in the company. */
export function isAdmin(grants: readonly Grant[]): boolean {
  return grants.includes("OWNER") || grants.includes("ADMIN");
}

/** Also those who administer some departments only. */
export function isAnyAdmin(grants: readonly Grant[]): boolean {
  return isAdmin(grants) || grants.includes("SUB_ADMIN");
}
