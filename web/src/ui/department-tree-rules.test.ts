import { expect, it } from "vitest";
import { departmentTree, visibleRows } from "@/lib/department-tree";
import { treeKey } from "./department-tree-rules";

const tree = departmentTree([
  { id: 1, parentId: null, name: "A" },
  { id: 2, parentId: 1, name: "B" },
  { id: 3, parentId: 1, name: "C" },
  { id: 4, parentId: 3, name: "D" },
]);
const rows = visibleRows(tree, new Set([1]));

it.each([
  ["ArrowDown", -1, { kind: "go", id: 1 }],
  ["ArrowDown", 2, { kind: "go", id: 3 }],
  ["ArrowUp", 1, { kind: "go", id: 1 }],
  ["End", 0, { kind: "go", id: 3 }],
  ["ArrowRight", 2, { kind: "toggle", id: 3, open: true }],
  ["ArrowRight", 0, { kind: "go", id: 2 }],
  ["ArrowRight", 1, null],
  ["ArrowLeft", 1, { kind: "go", id: 1 }],
  ["ArrowLeft", 0, { kind: "toggle", id: 1, open: false }],
  ["Enter", 1, { kind: "choose", id: 2 }],
  ["x", 1, null],
] as const)("%s on row %i", (key, at, expected) => {
  expect(treeKey(key, rows, at)).toEqual(expected);
});
