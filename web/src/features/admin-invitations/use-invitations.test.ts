import { expect, it } from "vitest";
import { type Invitation, isOpen } from "./use-invitations";

const invitation: Invitation = {
  id: 1,
  path: "/join/x",
  departmentId: null,
  departmentName: null,
  approval: false,
  expiresAt: "2026-11-22T12:00:00Z",
  maxUses: 2,
  uses: 1,
  createdBy: null,
  createdAt: "2026-11-21T12:00:00Z",
};

it("knows when an invitation can no longer be used", () => {
  const before = new Date("2026-11-22T11:59:00Z");

  expect(isOpen(invitation, before)).toBe(true);
  expect(isOpen({ ...invitation, uses: 2 }, before)).toBe(false);
  expect(isOpen(invitation, new Date("2026-11-22T12:00:00Z"))).toBe(false);
  expect(isOpen({ ...invitation, maxUses: null, uses: 500 }, before)).toBe(true);
});
