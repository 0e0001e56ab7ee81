import type { ForkNode, Route, RouteNode, Way } from "@/api/route-types";

/** Where a node stands: in the route itself (`way` is null) or in a way, at an index. */
export interface Spot {
  way: string | null;
  index: number;
}

export type Ids = () => string;

export function isFork(node: RouteNode): node is ForkNode {
  return node.kind === "BRANCH" || node.kind === "PARALLEL";
}

/** Every node with its spot, parents before children. */
export function* walk(
  nodes: readonly RouteNode[],
  way: string | null = null,
): Generator<{ node: RouteNode; spot: Spot }> {
  for (const [index, node] of nodes.entries()) {
    yield { node, spot: { way, index } };
    if (isFork(node)) for (const each of node.ways) yield* walk(each.nodes, each.id);
  }
}

export function allIds(route: Route): string[] {
  return [...walk(route.nodes)].flatMap(({ node }) =>
    isFork(node) ? [node.id, ...node.ways.map((way) => way.id)] : [node.id],
  );
}

export function findNode(route: Route, id: string): { node: RouteNode; spot: Spot } | null {
  for (const found of walk(route.nodes)) if (found.node.id === id) return found;
  return null;
}

export function findWay(route: Route, id: string): { way: Way; fork: ForkNode; index: number } | null {
  for (const { node } of walk(route.nodes)) {
    if (!isFork(node)) continue;
    const index = node.ways.findIndex((way) => way.id === id);
    const way = node.ways[index];
    if (way) return { way, fork: node, index };
  }
  return null;
}

/** How deep forks lie in one another; 0 without any. */
export function depthOf(nodes: readonly RouteNode[]): number {
  return Math.max(
    0,
    ...nodes.filter(isFork).map((fork) => 1 + Math.max(0, ...fork.ways.map((way) => depthOf(way.nodes)))),
  );
}

export function isDefault(fork: ForkNode, index: number): boolean {
  return fork.kind === "BRANCH" && index === fork.ways.length - 1;
}

/** The list of a spot is replaced; lists that are not touched stay the same objects. */
function withList(route: Route, way: string | null, change: (nodes: RouteNode[]) => RouteNode[]): Route {
  if (way === null) return { ...route, nodes: change(route.nodes) };
  return mapForks(route, (fork) =>
    fork.ways.some((each) => each.id === way)
      ? withWays(
          fork,
          fork.ways.map((each) => (each.id === way ? { ...each, nodes: change(each.nodes) } : each)),
        )
      : fork,
  );
}

function withWays<F extends ForkNode>(fork: F, ways: Way[]): F {
  return { ...fork, ways };
}

function mapForks(route: Route, change: (fork: ForkNode) => ForkNode): Route {
  return { ...route, nodes: mapNodes(route.nodes, (node) => (isFork(node) ? change(node) : node)) };
}

/** Children first, so that what a change puts in a node is not visited again. */
function mapNodes(nodes: RouteNode[], change: (node: RouteNode) => RouteNode): RouteNode[] {
  let touched = false;
  const result = nodes.map((node) => {
    let inside = node;
    if (isFork(node)) {
      const ways = node.ways.map((way) => {
        const changed = mapNodes(way.nodes, change);
        return changed === way.nodes ? way : { ...way, nodes: changed };
      });
      if (ways.some((way, index) => way !== node.ways[index])) inside = withWays(node, ways);
    }
    const next = change(inside);
    if (next !== node) touched = true;
    return next;
  });
  return touched ? result : nodes;
}

export function insertNode(route: Route, { way, index }: Spot, node: RouteNode): Route {
  return withList(route, way, (nodes) => [...nodes.slice(0, index), node, ...nodes.slice(index)]);
}

export function removeNode(route: Route, id: string): Route {
  const found = findNode(route, id);
  if (!found) return route;
  return withList(route, found.spot.way, (nodes) => nodes.filter((node) => node.id !== id));
}

export function changeNode(route: Route, id: string, change: (node: RouteNode) => RouteNode): Route {
  return { ...route, nodes: mapNodes(route.nodes, (node) => (node.id === id ? change(node) : node)) };
}

export function changeWay(route: Route, id: string, changes: Partial<Pick<Way, "name" | "when">>): Route {
  return mapForks(route, (fork) =>
    fork.ways.some((way) => way.id === id)
      ? withWays(
          fork,
          fork.ways.map((way) => (way.id === id ? { ...way, ...changes } : way)),
        )
      : fork,
  );
}

/** In front of the default, which stays last. */
export function addWay(route: Route, fork: string, way: Way): Route {
  return mapForks(route, (node) => {
    if (node.id !== fork) return node;
    const end = node.kind === "BRANCH" ? node.ways.length - 1 : node.ways.length;
    return withWays(node, [...node.ways.slice(0, end), way, ...node.ways.slice(end)]);
  });
}

/** The copy stands behind its original; the copy of a default is a way that still needs its condition. */
export function copyWay(route: Route, id: string, ids: Ids): Route {
  const found = findWay(route, id);
  if (!found) return route;
  const { way, fork, index } = found;
  const place = isDefault(fork, index) ? index : index + 1;
  const copy = { ...renamedWay(way, ids), name: way.name ? null : way.name };
  return mapForks(route, (node) =>
    node.id === fork.id ? withWays(node, [...node.ways.slice(0, place), copy, ...node.ways.slice(place)]) : node,
  );
}

/**
 * A fork with one way left is none: what that way holds takes its place. The default of a branch cannot go alone, the whole
 * branch can.
 */
export function removeWay(route: Route, id: string): Route {
  const found = findWay(route, id);
  if (!found || isDefault(found.fork, found.index)) return route;
  const left = found.fork.ways.filter((way) => way.id !== id);
  const [only] = left;
  if (left.length > 1 || !only) {
    return mapForks(route, (node) => (node.id === found.fork.id ? withWays(node, left) : node));
  }
  const spot = findNode(route, found.fork.id)?.spot;
  if (!spot) return route;
  return withList(route, spot.way, (nodes) =>
    nodes.flatMap((node) => (node.id === found.fork.id ? only.nodes : [node])),
  );
}

/** Changes the priority; nothing passes the default. */
export function moveWay(route: Route, id: string, by: number): Route {
  const found = findWay(route, id);
  if (!found || isDefault(found.fork, found.index)) return route;
  const { fork, index } = found;
  const last = fork.kind === "BRANCH" ? fork.ways.length - 2 : fork.ways.length - 1;
  const target = Math.min(last, Math.max(0, index + by));
  if (target === index) return route;
  const ways = fork.ways.filter((way) => way.id !== id);
  ways.splice(target, 0, found.way);
  return mapForks(route, (node) => (node.id === fork.id ? withWays(node, ways) : node));
}

/** `spot` counts in the route as it stands before; nothing moves into itself. */
export function moveNode(route: Route, id: string, spot: Spot): Route {
  const found = findNode(route, id);
  if (!found) return route;
  if (isFork(found.node) && spot.way !== null && allIds({ nodes: [found.node] }).includes(spot.way)) return route;
  const same = found.spot.way === spot.way;
  const index = same && spot.index > found.spot.index ? spot.index - 1 : spot.index;
  if (same && index === found.spot.index) return route;
  return insertNode(removeNode(route, id), { way: spot.way, index }, found.node);
}

export function copyNode(route: Route, id: string, ids: Ids): Route {
  const found = findNode(route, id);
  if (!found) return route;
  return insertNode(route, { ...found.spot, index: found.spot.index + 1 }, renamed(found.node, ids));
}

function renamed(node: RouteNode, ids: Ids): RouteNode {
  const copy = { ...structuredClone(node), id: ids() };
  if (isFork(copy)) copy.ways = copy.ways.map((way) => renamedWay(way, ids));
  return copy;
}

function renamedWay(way: Way, ids: Ids): Way {
  return { ...structuredClone(way), id: ids(), nodes: way.nodes.map((node) => renamed(node, ids)) };
}
