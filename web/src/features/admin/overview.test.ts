import { expect, it } from "vitest";
import { firstSteps } from "./overview";

const root = { parentId: null, head: null };

it("starts with everything to do in an empty company", () => {
  expect(firstSteps([root], 1, 0).filter((step) => step.done)).toEqual([]);
});

it("is done when there are departments with heads, members and an invitation", () => {
  const head = {
    id: 3,
    name: "李雷",
    alias: null,
    title: null,
    avatar: null,
    state: "ACTIVE",
    kind: "MEMBER",
  } as const;

  expect(firstSteps([root, { parentId: 1, head }], 2, 1).every((step) => step.done)).toBe(true);
});
