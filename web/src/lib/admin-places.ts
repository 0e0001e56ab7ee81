import type { Duty, Grant, OrgSettings } from "@/api/types";
import { isAdmin, isAnyAdmin } from "./rights";

export type AdminPlace =
  | "overview"
  | "company"
  | "departments"
  | "members"
  | "import"
  | "roles"
  | "invitations"
  | "requests"
  | "channels"
  | "sent"
  | "simulation"
  | "webhooks"
  | "api-keys"
  | "notices"
  | "ding"
  | "calendar"
  | "approvals"
  | "reports"
  | "system";

/**
 * The pages of the administration this person may open, in the order of the menu. The server decides again each time.
 * `system` is its answer to whether this person runs the machine.
 */
export function adminPlaces(
  { grants, duties }: { grants: readonly Grant[]; duties: readonly Duty[] },
  settings: Pick<OrgSettings, "membersMayInvite">,
  system = false,
): AdminPlace[] {
  if (isAdmin(grants)) {
    const all: AdminPlace[] = [
      "overview",
      "company",
      "departments",
      "members",
      "import",
      "roles",
      "invitations",
      "requests",
      "calendar",
      "approvals",
      "reports",
      "notices",
      "ding",
      "channels",
      "sent",
      "simulation",
      "webhooks",
      "api-keys",
    ];
    return system ? [...all, "system"] : all;
  }
  const managed: AdminPlace[] = [];
  if (duties.includes("APPROVAL_TEMPLATES")) managed.push("approvals");
  if (duties.includes("REPORT_TEMPLATES")) managed.push("reports");
  if (isAnyAdmin(grants)) return ["overview", "departments", "members", "invitations", ...managed];
  return settings.membersMayInvite ? ["invitations", ...managed] : managed;
}
