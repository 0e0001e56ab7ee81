import type { Dayjs } from "dayjs";
import type { CustomerFilter } from "@/api/customer-types";
import type { MassKind, MassRange, MassRequest, MassTarget } from "@/api/mass-types";
import type { StoredFile } from "@/api/types";

/** Who of the customers is meant. */
export type Whom = "ALL" | "SEGMENT" | "FILTER" | "CHOSEN";

export interface Draft {
  kind: MassKind;
  everyone: boolean;
  departments: number[];
  members: number[];
  whom: Whom;
  segment: number | null;
  /** As it came from the list of customers. */
  filter: CustomerFilter | null;
  chosen: { relationId: number; name: string }[];
  text: string;
  files: StoredFile[];
  sendAt: Dayjs | null;
  deadline: Dayjs | null;
}

export function emptyDraft(kind: MassKind, filter: CustomerFilter | null): Draft {
  return {
    kind,
    everyone: true,
    departments: [],
    members: [],
    whom: filter === null ? "ALL" : "FILTER",
    segment: null,
    filter,
    chosen: [],
    text: "",
    files: [],
    sendAt: null,
    deadline: null,
  };
}

function rangeOf({ everyone, departments, members }: Draft): MassRange {
  return everyone
    ? { everyone, departments: [], roles: [], members: [] }
    : { everyone, departments, roles: [], members };
}

function targetOf(draft: Draft): MassTarget {
  const range = draft.kind === "COMPANY" ? { range: rangeOf(draft) } : {};
  switch (draft.whom) {
    case "SEGMENT":
      return { ...range, segmentId: draft.segment ?? undefined };
    case "FILTER":
      return { ...range, filter: draft.filter ?? {} };
    case "CHOSEN":
      return { ...range, relationIds: draft.chosen.map(({ relationId }) => relationId) };
    default:
      return range;
  }
}

/** Whether everything is there that the server needs to say whom it reaches. */
export function isComplete(draft: Draft): boolean {
  const said = draft.text.trim() !== "" || draft.files.length > 0;
  const company = draft.kind === "COMPANY";
  const people = !company || draft.everyone || draft.departments.length + draft.members.length > 0;
  const whom = draft.whom === "SEGMENT" ? draft.segment !== null : draft.whom !== "CHOSEN" || draft.chosen.length > 0;
  return said && people && whom && (!company || draft.deadline !== null);
}

export function requestOf(draft: Draft, key: string, expected: number | null): MassRequest {
  return {
    key,
    kind: draft.kind,
    content: { text: draft.text.trim(), files: draft.files.map(({ id }) => id) },
    target: targetOf(draft),
    sendAt: draft.sendAt?.toISOString() ?? null,
    deadline: draft.kind === "COMPANY" ? (draft.deadline?.toISOString() ?? null) : null,
    expected,
  };
}
