import { describe, expect, it } from "vitest";
import {
  departmentTree,
  findDepartments,
  mayMove,
  moveByDrop,
  pathOf,
  positionAt,
  visibleRows,
} from "./department-tree";

const list = [
  { id: 1, parentId: null, name: "远帆科技" },
  { id: 2, parentId: 1, name: "研发部" },
  { id: 3, parentId: 2, name: "前端组" },
  { id: 4, parentId: 2, name: "后端组" },
  { id: 5, parentId: 1, name: "销售部" },
  { id: 6, parentId: 1, name: "行政部" },
];
const tree = departmentTree(list);

describe("departmentTree", () => {
  it("shows only what is expanded, in the server's order", () => {
    const rows = visibleRows(tree, new Set([1]));

    expect(rows.map((row) => [row.department.name, row.depth, row.place, row.siblings])).toEqual([
      ["远帆科技", 0, 1, 1],
      ["研发部", 1, 1, 3],
      ["销售部", 1, 2, 3],
      ["行政部", 1, 3, 3],
    ]);
  });

  it("makes a root of a department whose parent may not be seen", () => {
    const partial = departmentTree(list.filter((department) => department.id !== 1));

    expect(partial.roots.map((department) => department.id)).toEqual([2, 5, 6]);
  });

  it("names the way down to a department", () => {
    expect(pathOf(tree, 4).map((department) => department.name)).toEqual(["远帆科技", "研发部", "后端组"]);
    expect(pathOf(tree, 99)).toEqual([]);
  });

  it("opens the branches above a hit", () => {
    const { hits, open } = findDepartments(tree, "后端");

    expect([...hits]).toEqual([4]);
    expect([...open].sort()).toEqual([1, 2]);
    expect(findDepartments(tree, "  ").hits.size).toBe(0);
  });

  it("stays fast with a thousand departments", () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({
      id: i + 1,
      parentId: i === 0 ? null : Math.floor((i - 1) / 10) + 1,
      name: `部门${i}`,
    }));
    const big = departmentTree(many);

    expect(visibleRows(big, new Set(many.map((department) => department.id)))).toHaveLength(1000);
  });
});

describe("moving departments", () => {
  it("never moves the root, nor anything below itself", () => {
    expect(mayMove(tree, 1, 2)).toBe(false);
    expect(mayMove(tree, 2, 3)).toBe(false);
    expect(mayMove(tree, 2, 2)).toBe(false);
    expect(mayMove(tree, 3, 5)).toBe(true);
  });

  it.each([
    ["into another department, at its end", 5, 2, "inside", { parentId: 2, position: 2 }],
    ["before a sibling", 6, 2, "before", { parentId: 1, position: 0 }],
    ["after a sibling further down, itself not counted", 2, 6, "after", { parentId: 1, position: 2 }],
    ["between strangers", 5, 4, "before", { parentId: 2, position: 1 }],
    ["onto itself", 5, 5, "inside", null],
    ["beside the root", 5, 1, "after", null],
    ["into its own subtree", 2, 3, "after", null],
    ["to where it is already", 5, 2, "after", null],
    ["to the end of its own parent where it is already", 6, 1, "inside", null],
  ] as const)("drops %s", (_, id, target, side, expected) => {
    expect(moveByDrop(tree, id, target, side)).toEqual(expected);
  });
});

describe("positionAt", () => {
  const at = (...positions: number[]) => positions.map((position, index) => ({ id: index + 1, position }));

  it.each([
    ["between two with room", at(1000, 2000), 1, { position: 1500, shifts: [] }],
    ["in front", at(1000, 2000), 0, { position: 499, shifts: [] }],
    ["behind all", at(1000, 2000), 2, { position: null, shifts: [] }],
    ["first of none", at(), 0, { position: null, shifts: [] }],
    ["between two without room", at(0, 1, 5000), 1, { position: 1000, shifts: [{ id: 2, position: 2000 }] }],
    [
      "among equals",
      at(0, 0, 0),
      1,
      {
        position: 1000,
        shifts: [
          { id: 2, position: 2000 },
          { id: 3, position: 3000 },
        ],
      },
    ],
  ])("%s", (_, siblings, index, expected) => {
    expect(positionAt(siblings, index)).toEqual(expected);
  });
});
