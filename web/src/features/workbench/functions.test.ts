import { expect, it } from "vitest";
import { functionsFor } from "./functions";

const names = (...args: Parameters<typeof functionsFor>) =>
  functionsFor(...args).flatMap((group) => group.functions.map((each) => each.name));

it("shows a member nothing they may not do", () => {
  const shown = names([], { membersMayInvite: false });

  expect(shown).not.toContain("invite");
  expect(shown).not.toContain("members");
  expect(functionsFor([], { membersMayInvite: false }).map((group) => group.name)).toEqual(["people", "mine"]);
});

it("lets members invite when the company allows it", () => {
  expect(names([], { membersMayInvite: true })).toContain("invite");
});

it("gives sub-administrators members and departments, administrators the company too", () => {
  expect(names(["SUB_ADMIN"], { membersMayInvite: false })).toContain("departments");
  expect(names(["SUB_ADMIN"], { membersMayInvite: false })).not.toContain("company");
  expect(names(["ADMIN"], { membersMayInvite: false })).toContain("company");
});
