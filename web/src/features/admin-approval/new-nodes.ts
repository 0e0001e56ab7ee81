import type { AskingNode, NodeKind, Route, RouteNode, Way } from "@/api/route-types";
import { ACTIONS } from "@/api/route-types";
import { allIds, type Ids } from "./route-tree";

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH = 8;

/** Ids that no node or way of the route has. They stay when the route is redrawn. */
export function freshIds(route: Route): Ids {
  const taken = new Set(allIds(route));
  return () => {
    let id: string;
    do {
      const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
      id = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
    } while (taken.has(id));
    taken.add(id);
    return id;
  };
}

export const NODE_KINDS: NodeKind[] = ["APPROVE", "HANDLE", "CC", "BRANCH", "PARALLEL", "DELAY", "WEBHOOK"];

const asking = (): Pick<AskingNode, "approvers" | "together" | "nobody" | "fields"> => ({
  approvers: { kind: "SUPERIOR", level: 1, orHigher: true },
  together: { rule: "ANY" },
  nobody: { then: "ADMIN", members: [] },
  fields: {},
});

export function newWay(ids: Ids): Way {
  return { id: ids(), nodes: [] };
}

/** A node that can be used as it is as far as that is possible. */
export function newNode(kind: NodeKind, ids: Ids): RouteNode {
  const id = ids();
  switch (kind) {
    case "APPROVE":
      return {
        id,
        kind,
        ...asking(),
        sameAsApplicant: "SUPERIOR",
        alreadyAgreed: "ASK",
        actions: [...ACTIONS],
      };
    case "HANDLE":
      return {
        id,
        kind,
        ...asking(),
        approvers: { kind: "MEMBERS", ids: [] },
        actions: ACTIONS.filter((action) => action !== "REFUSE"),
      };
    case "CC":
      return { id, kind, people: { kind: "MEMBERS", ids: [] }, fields: {} };
    case "BRANCH":
    case "PARALLEL":
      return { id, kind, ways: [newWay(ids), newWay(ids)] };
    case "DELAY":
      return { id, kind, until: { span: { minutes: 24 * 60, working: false } } };
    case "WEBHOOK":
      return { id, kind, hook: "" };
  }
}

export function newRoute(): Route {
  const route: Route = { nodes: [] };
  return { nodes: [newNode("APPROVE", freshIds(route))] };
}
