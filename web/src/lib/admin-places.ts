import type { Grant, OrgSettings } from "@/api/types";
import { isAdmin, isAnyAdmin } from "./rights";

export type AdminPlace =
  | "overview"
  | "company"
  | "departments"
  | "members"
  | "import"
  | "roles"
  | "invitations"
  | "requests";

/** The pages of the administration this person may open, in the order of the menu. The server decides again each time. */
export function adminPlaces(grants: readonly Grant[], settings: Pick<OrgSettings, "membersMayInvite">): AdminPlace[] {
  if (isAdmin(grants)) {
    return ["overview", "company", "departments", "members", "import", "roles", "invitations", "requests"];
  }
  if (isAnyAdmin(grants)) return ["overview", "departments", "members", "invitations"];
  return settings.membersMayInvite ? ["invitations"] : [];
}
