import { expect, it } from "vitest";
import type { Duty, Grant } from "@/api/types";
import { functionsFor } from "./functions";

const who = (grants: Grant[], duties: Duty[] = []) => ({ grants, duties });
const names = (...args: Parameters<typeof functionsFor>) =>
  functionsFor(...args).flatMap((group) => group.functions.map((each) => each.name));

it("shows a member nothing they may not do", () => {
  const shown = names(who([]), { membersMayInvite: false });

  expect(shown).not.toContain("invite");
  expect(shown).not.toContain("members");
  expect(functionsFor(who([]), { membersMayInvite: false }).map((group) => group.name)).toEqual(["people", "mine"]);
});

it("lets members invite when the company allows it", () => {
  expect(names(who([]), { membersMayInvite: true })).toContain("invite");
});

it("gives sub-administrators members and departments, administrators the company too", () => {
  expect(names(who(["SUB_ADMIN"]), { membersMayInvite: false })).toContain("departments");
  expect(names(who(["SUB_ADMIN"]), { membersMayInvite: false })).not.toContain("company");
  expect(names(who(["ADMIN"]), { membersMayInvite: false })).toContain("company");
});

it("leads managers of approval templates to them", () => {
  expect(names(who([], ["APPROVAL_TEMPLATES"]), { membersMayInvite: false })).toContain("templates");
  expect(names(who(["ADMIN"]), { membersMayInvite: false })).toContain("templates");
  expect(names(who(["SUB_ADMIN"]), { membersMayInvite: false })).not.toContain("templates");
});

it("leads managers of report templates to those only", () => {
  expect(names(who([], ["REPORT_TEMPLATES"]), { membersMayInvite: false })).toContain("reportTemplates");
  expect(names(who([], ["REPORT_TEMPLATES"]), { membersMayInvite: false })).not.toContain("templates");
  expect(names(who(["ADMIN"]), { membersMayInvite: false })).toContain("reportTemplates");
});
