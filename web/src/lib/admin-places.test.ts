import { expect, it } from "vitest";
import type { Duty, Grant } from "@/api/types";
import { adminPlaces } from "./admin-places";

const who = (grants: Grant[], duties: Duty[] = []) => ({ grants, duties });

it("gives a sub-administrator departments and members but not the company", () => {
  expect(adminPlaces(who(["SUB_ADMIN"]), { membersMayInvite: false })).toEqual([
    "overview",
    "departments",
    "members",
    "invitations",
  ]);
});

it("lets members only invite, and only when the company wants it", () => {
  expect(adminPlaces(who([]), { membersMayInvite: true })).toEqual(["invitations"]);
  expect(adminPlaces(who([]), { membersMayInvite: false })).toEqual([]);
});

it("keeps nothing from the owner", () => {
  expect(adminPlaces(who(["OWNER"]), { membersMayInvite: false })).toHaveLength(18);
});

it("shows the machine only to administrators of the company that runs it", () => {
  expect(adminPlaces(who(["ADMIN"]), { membersMayInvite: false }, true)).toContain("system");
  expect(adminPlaces(who(["ADMIN"]), { membersMayInvite: false })).not.toContain("system");
  expect(adminPlaces(who([]), { membersMayInvite: true }, true)).not.toContain("system");
});

it("shows managers of approval templates where they edit them, besides what they may open anyway", () => {
  const manager = who([], ["APPROVAL_TEMPLATES"]);
  expect(adminPlaces(manager, { membersMayInvite: false })).toEqual(["approvals"]);
  expect(adminPlaces(manager, { membersMayInvite: true })).toEqual(["invitations", "approvals"]);
  expect(adminPlaces(who(["SUB_ADMIN"], ["APPROVAL_TEMPLATES"]), { membersMayInvite: false })).toContain("approvals");
});

it("shows managers of report templates the reports, and managers of both both", () => {
  expect(adminPlaces(who([], ["REPORT_TEMPLATES"]), { membersMayInvite: false })).toEqual(["reports"]);
  expect(adminPlaces(who([], ["REPORT_TEMPLATES", "APPROVAL_TEMPLATES"]), { membersMayInvite: false })).toEqual([
    "approvals",
    "reports",
  ]);
});
