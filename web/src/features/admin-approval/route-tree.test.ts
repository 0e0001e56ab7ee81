import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NodeKind, Route } from "@/api/route-types";
import { changed, type History, redone, startHistory, undone } from "@/lib/history";
import { freshIds, NODE_KINDS, newNode, newRoute, newWay } from "./new-nodes";
import { routeFlaws } from "./route-flaws";
import {
  addWay,
  allIds,
  changeNode,
  changeWay,
  copyNode,
  copyWay,
  findNode,
  findWay,
  insertNode,
  isFork,
  moveNode,
  moveWay,
  removeNode,
  removeWay,
  type Spot,
  walk,
} from "./route-tree";

function counted(): () => string {
  let count = 0;
  return () => `n${++count}`;
}

function branchRoute(): Route {
  const ids = counted();
  let route: Route = { nodes: [newNode("APPROVE", ids)] }; // n1
  route = insertNode(route, { way: null, index: 1 }, newNode("BRANCH", ids)); // n2, ways n3 and n4
  route = insertNode(route, { way: "n3", index: 0 }, newNode("CC", ids)); // n5
  return insertNode(route, { way: "n4", index: 0 }, newNode("HANDLE", ids)); // n6
}

const kinds = (route: Route) => [...walk(route.nodes)].map(({ node }) => node.kind);

describe("a route that is drawn", () => {
  it("takes nodes between others and in ways", () => {
    expect(kinds(branchRoute())).toEqual(["APPROVE", "BRANCH", "CC", "HANDLE"]);
    expect(findNode(branchRoute(), "n6")?.spot).toEqual({ way: "n4", index: 0 });
  });

  it("adds ways before the default and never moves anything behind it", () => {
    const route = addWay(branchRoute(), "n2", { ...newWay(() => "new"), name: "大额" });
    const ways = (each: Route) => {
      const node = findNode(each, "n2")?.node;
      return node && isFork(node) ? node.ways.map((way) => way.id) : [];
    };
    expect(ways(route)).toEqual(["n3", "new", "n4"]);
    expect(ways(moveWay(route, "n3", 5))).toEqual(["new", "n3", "n4"]);
    expect(ways(moveWay(route, "n4", -1))).toEqual(["n3", "new", "n4"]);
    expect(ways(copyWay(route, "n4", () => "copy"))).toEqual(["n3", "new", "copy", "n4"]);
  });

  it("dissolves a fork when one way is left, and keeps what that way holds", () => {
    const route = removeWay(branchRoute(), "n3");
    expect(kinds(route)).toEqual(["APPROVE", "HANDLE"]);
    expect(removeWay(branchRoute(), "n4")).toEqual(branchRoute());
  });

  it("moves nodes, but not into themselves", () => {
    expect(kinds(moveNode(branchRoute(), "n1", { way: "n3", index: 1 }))).toEqual([
      "BRANCH",
      "CC",
      "APPROVE",
      "HANDLE",
    ]);
    expect(kinds(moveNode(branchRoute(), "n1", { way: null, index: 2 }))).toEqual([
      "BRANCH",
      "CC",
      "HANDLE",
      "APPROVE",
    ]);
    expect(moveNode(branchRoute(), "n2", { way: "n3", index: 0 })).toEqual(branchRoute());
  });

  it("copies with new ids all through", () => {
    const route = branchRoute();
    const copied = copyNode(route, "n2", freshIds(route));
    expect(kinds(copied)).toEqual(["APPROVE", "BRANCH", "CC", "HANDLE", "BRANCH", "CC", "HANDLE"]);
    expect(new Set(allIds(copied)).size).toBe(allIds(copied).length);
  });

  it("leaves what is not touched as it is", () => {
    const route = branchRoute();
    const next = changeNode(route, "n6", (node) => ({ ...node, name: "财务" }));
    expect(findWay(next, "n3")?.way).toBe(findWay(route, "n3")?.way);
    expect(findNode(next, "n6")?.node.name).toBe("财务");
    expect(findWay(changeWay(route, "n3", { name: "长假" }), "n3")?.way.name).toBe("长假");
  });
});

type Edit = { act: number; pick: number; other: number; kind: NodeKind };
const edits = fc.array(
  fc.record({ act: fc.nat(8), pick: fc.nat(), other: fc.nat(), kind: fc.constantFrom(...NODE_KINDS) }),
  { maxLength: 40 },
);

function applied(route: Route, { act, pick, other, kind }: Edit): Route {
  const ids = freshIds(route);
  const nodes = [...walk(route.nodes)];
  const ways = nodes.flatMap(({ node }) => (isFork(node) ? node.ways.map((way) => ({ way, fork: node })) : []));
  const spots: Spot[] = [null, ...ways.map(({ way }) => way.id)].map((way) => ({
    way,
    index: other % ((way === null ? route.nodes : (findWay(route, way)?.way.nodes ?? [])).length + 1),
  }));
  const spot = spots[pick % spots.length] as Spot;
  const node = nodes.length > 0 ? nodes[pick % nodes.length]?.node.id : undefined;
  const way = ways.length > 0 ? ways[pick % ways.length] : undefined;
  if (act <= 2) return insertNode(route, spot, newNode(kind, ids));
  if (act === 3) return node ? removeNode(route, node) : route;
  if (act === 4) return node ? copyNode(route, node, ids) : route;
  if (act === 5) return nodes.length > 0 ? moveNode(route, nodes[other % nodes.length]?.node.id ?? "", spot) : route;
  if (!way) return route;
  if (act === 6) return allIds(route).length < 150 ? copyWay(route, way.way.id, ids) : route;
  if (act === 7) return removeWay(route, way.way.id);
  return other % 2 === 0 ? addWay(route, way.fork.id, newWay(ids)) : moveWay(route, way.way.id, (other % 5) - 2);
}

describe("whatever is done to a route", () => {
  it("keeps ids unique, the default last and every fork a fork", () => {
    fc.assert(
      fc.property(edits, (list) => {
        let route = newRoute();
        const defaults = new Map<string, string | undefined>();
        for (const edit of list) {
          if (allIds(route).length > 150) break;
          route = applied(route, edit);
          const ids = allIds(route);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { node } of walk(route.nodes)) {
            if (!isFork(node)) continue;
            expect(node.ways.length).toBeGreaterThanOrEqual(2);
            if (node.kind !== "BRANCH") continue;
            const known = defaults.get(node.id) ?? node.ways.at(-1)?.id;
            expect(node.ways.at(-1)?.id).toBe(known);
            defaults.set(node.id, known);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("moving loses no node", () => {
    fc.assert(
      fc.property(edits, fc.nat(), fc.nat(), (list, pick, other) => {
        const route = list.reduce((each, edit) => (allIds(each).length > 100 ? each : applied(each, edit)), newRoute());
        const moved = applied(route, { act: 5, pick, other, kind: "CC" });
        expect(allIds(moved).sort()).toEqual(allIds(route).sort());
      }),
      { numRuns: 300 },
    );
  });

  it("undo restores exactly what was, redo what came", () => {
    fc.assert(
      fc.property(edits, (list) => {
        let history: History<Route> = startHistory(newRoute());
        const first = history.now;
        for (const edit of list) {
          if (allIds(history.now).length <= 100) history = changed(history, applied(history.now, edit));
        }
        const last = history.now;
        const steps = history.past.length;
        for (let step = 0; step < steps; step++) history = undone(history);
        expect(history.now).toBe(first);
        expect(undone(history)).toBe(history);
        for (let step = 0; step < steps; step++) history = redone(history);
        expect(history.now).toBe(last);
      }),
      { numRuns: 200 },
    );
  });
});

describe("history", () => {
  it("takes letters of one word as one step", () => {
    let history = startHistory("");
    for (const text of ["a", "ab", "abc"]) history = changed(history, text, "label");
    history = changed(history, "abc!", "other");
    expect(undone(undone(history)).now).toBe("");
    expect(undone(history).now).toBe("abc");
  });
});

describe("flaws while drawing", () => {
  it("names the node and what is missing", () => {
    const route = branchRoute();
    expect(routeFlaws(route, [], new Set())).toEqual([
      { node: "n3", code: "CONDITION_MISSING" },
      { node: "n5", code: "NO_APPROVERS" },
      { node: "n6", code: "NO_APPROVERS" },
    ]);
    expect(routeFlaws({ nodes: [] }, [], new Set())).toEqual([{ node: "", code: "EMPTY_ROUTE" }]);
    const delay = newNode("DELAY", () => "d");
    const until = { ...delay, until: { field: "when" } } as typeof delay;
    const nodes = [newNode("APPROVE", () => "a"), until];
    expect(routeFlaws({ nodes }, [], new Set())).toEqual([{ node: "d", code: "UNKNOWN_FIELD" }]);
    expect(routeFlaws({ nodes }, [{ key: "when", kind: "TEXT", label: "" }], new Set())).toEqual([
      { node: "d", code: "WRONG_FIELD" },
    ]);
    expect(routeFlaws({ nodes }, [{ key: "when", kind: "DATE", label: "" }], new Set())).toEqual([]);
  });
});
