import { expect, it } from "vitest";
import { grouped } from "./use-roles";

it("lists roles by group, those without one last", () => {
  const role = (id: number, group: string | null) => ({ id, name: `r${id}`, group, memberCount: 0 });

  const groups = grouped([role(1, null), role(2, "岗位"), role(3, "区域"), role(4, "岗位")]);

  expect(groups.map(({ group, roles }) => [group, roles.map(({ id }) => id)])).toEqual([
    ["岗位", [2, 4]],
    ["区域", [3]],
    ["", [1]],
  ]);
});
