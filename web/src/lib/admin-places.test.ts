import { expect, it } from "vitest";
import { adminPlaces } from "./admin-places";

it("gives a sub-administrator departments and members but not the company", () => {
  expect(adminPlaces(["SUB_ADMIN"], { membersMayInvite: false })).toEqual([
    "overview",
    "departments",
    "members",
    "invitations",
  ]);
});

it("lets members only invite, and only when the company wants it", () => {
  expect(adminPlaces([], { membersMayInvite: true })).toEqual(["invitations"]);
  expect(adminPlaces([], { membersMayInvite: false })).toEqual([]);
});

it("keeps nothing from the owner", () => {
  expect(adminPlaces(["OWNER"], { membersMayInvite: false })).toHaveLength(16);
});

it("shows the machine only to administrators of the company that runs it", () => {
  expect(adminPlaces(["ADMIN"], { membersMayInvite: false }, true)).toContain("system");
  expect(adminPlaces(["ADMIN"], { membersMayInvite: false })).not.toContain("system");
  expect(adminPlaces([], { membersMayInvite: true }, true)).not.toContain("system");
});
