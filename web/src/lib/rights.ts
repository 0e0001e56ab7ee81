import type { Duty, Grant } from "@/api/types";

/** Owner and administrators: everything in the company. */
export function isAdmin(grants: readonly Grant[]): boolean {
  return grants.includes("OWNER") || grants.includes("ADMIN");
}

/** Also those who administer some departments only. */
export function isAnyAdmin(grants: readonly Grant[]): boolean {
  return isAdmin(grants) || grants.includes("SUB_ADMIN");
}

/** Who has something to do in the administration. */
export function hasAdminPlace({ grants, duties }: { grants: readonly Grant[]; duties: readonly Duty[] }): boolean {
  return isAnyAdmin(grants) || duties.length > 0;
}
