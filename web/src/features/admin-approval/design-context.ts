import { createContext, useContext } from "react";
import type { Field } from "@/api/form-types";
import type { NodeKind, Route } from "@/api/route-types";
import type { Subject } from "@/ui/forms/designer/subjects";
import type { Names } from "@/ui/forms/designer/use-names";
import type { Spot } from "./route-tree";

/** What every part of the drawing needs. */
export interface Design {
  route: Route;
  change: (update: (route: Route) => Route, group?: string) => void;
  fields: readonly Field[];
  subjects: readonly Subject[];
  names: Names;
  /** The first flaw of a node or way, in words. */
  flawOf: (id: string) => string | null;
  chosen: string | null;
  onChoose: (id: string | null) => void;
  add: (spot: Spot, kind: NodeKind) => void;
  /** The node that looks for a new place: every + becomes one. */
  moving: string | null;
  setMoving: (id: string | null) => void;
}

export const DesignContext = createContext<Design | null>(null);

export function useDesign(): Design {
  const design = useContext(DesignContext);
  if (!design) throw new Error("outside of a route designer");
  return design;
}
