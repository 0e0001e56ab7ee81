import type { Condition, Field } from "@/api/form-types";
import type { Approvers, AskingNode, Route, RouteFlaw, RouteNode } from "@/api/route-types";
import { MAX_DEPTH, MAX_NODES } from "@/api/route-types";
import { depthOf, isFork, walk } from "./route-tree";

interface Known {
  byKey: Map<string, Field>;
  subjects: ReadonlySet<string>;
}

/** What would be refused, while the route is drawn; publishing asks the server, which knows more. */
export function routeFlaws(route: Route, fields: readonly Field[], subjects: ReadonlySet<string>): RouteFlaw[] {
  const known = { byKey: new Map(fields.map((field) => [field.key, field])), subjects };
  const nodes = [...walk(route.nodes)].map(({ node }) => node);
  const flaws: RouteFlaw[] = [];
  if (!nodes.some((node) => node.kind === "APPROVE" || node.kind === "HANDLE"))
    flaws.push({ node: "", code: "EMPTY_ROUTE" });
  if (nodes.length > MAX_NODES) flaws.push({ node: "", code: "TOO_MANY_NODES" });
  if (depthOf(route.nodes) > MAX_DEPTH) flaws.push({ node: "", code: "TOO_DEEP" });
  return [...flaws, ...nodes.flatMap((node) => nodeFlaws(node, known))];
}

function nodeFlaws(node: RouteNode, known: Known): RouteFlaw[] {
  const codes = (list: (string | null)[], id = node.id) =>
    list.flatMap((code) => (code === null ? [] : [{ node: id, code }]));
  if (isFork(node)) {
    if (node.ways.length < 2) return codes(["TOO_FEW_WAYS"]);
    if (node.kind === "PARALLEL") return [];
    return node.ways.slice(0, -1).flatMap((way) => codes([conditionFlaw(way.when, known)], way.id));
  }
  switch (node.kind) {
    case "APPROVE":
    case "HANDLE":
      return codes([approversFlaw(node.approvers, known), ...askingFlaws(node), ...fieldFlaws(node.fields, known)]);
    case "CC":
      return codes([approversFlaw(node.people, known), ...fieldFlaws(node.fields, known)]);
    case "DELAY":
      return codes([
        node.until.field
          ? kindFlaw(known.byKey.get(node.until.field), ["DATE"])
          : (node.until.span?.minutes ?? 0) > 0
            ? null
            : "BAD_WAIT",
      ]);
    case "WEBHOOK":
      return codes([node.hook.trim() === "" ? "BAD_HOOK" : null]);
  }
}

function askingFlaws({ nobody, together, limit }: AskingNode): (string | null)[] {
  return [
    nobody.then === "MEMBERS" && nobody.members.length === 0 ? "NOBODY_NAMED" : null,
    together.rule === "SHARE" && !(together.percent && together.percent >= 1) ? "BAD_PERCENT" : null,
    limit && !(limit.after.minutes >= 1) ? "BAD_LIMIT" : null,
  ];
}

function fieldFlaws(fields: Record<string, unknown>, known: Known): (string | null)[] {
  const gone = Object.keys(fields).some((key) => !known.byKey.has(key.split(".")[0] ?? ""));
  return [gone ? "UNKNOWN_FIELD" : null];
}

function approversFlaw(approvers: Approvers, { byKey }: Known): string | null {
  switch (approvers.kind) {
    case "MEMBERS":
      return approvers.ids.length === 0 ? "NO_APPROVERS" : null;
    case "ROLE":
      return approvers.id > 0 ? null : "NO_APPROVERS";
    case "FIELD":
      return kindFlaw(byKey.get(approvers.key), ["MEMBER"]);
    case "HEAD":
      return approvers.field ? kindFlaw(byKey.get(approvers.field), ["DEPARTMENT"]) : null;
    default:
      return null;
  }
}

function kindFlaw(field: Field | undefined, kinds: Field["kind"][]): string | null {
  if (!field) return "UNKNOWN_FIELD";
  return kinds.includes(field.kind) ? null : "WRONG_FIELD";
}

function conditionFlaw(condition: Condition | null | undefined, { subjects }: Known): string | null {
  const tests = condition?.any.flatMap((group) => group.all) ?? [];
  if (tests.length === 0 || condition?.any.some((group) => group.all.length === 0)) return "CONDITION_MISSING";
  return tests.every((test) => subjects.has(test.subject)) ? null : "UNKNOWN_SUBJECT";
}
