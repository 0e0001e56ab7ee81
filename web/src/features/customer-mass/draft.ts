import type { Dayjs } from "dayjs";
import type { CustomerFilter } from "@/api/customer-types";
import type { MassKind, MassRange, MassRequest, MassTarget } from "@/api/mass-types";
import { bodiesOf, type Item } from "@/ui/attachments/items";

/** Who of the customers is meant. */
export type Whom = "ALL" | "SEGMENT" | "FILTER" | "CHOSEN" | "GROUPS" | "CHOSEN_GROUPS";

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
  groups: { id: number; title: string }[];
  text: string;
  items: Item[];
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
    groups: [],
    text: "",
    items: [],
    sendAt: null,
    deadline: null,
  };
}

/** It goes to groups, not to single customers. */
export const toGroups = ({ whom }: Draft) => whom === "GROUPS" || whom === "CHOSEN_GROUPS";

/** Chosen one by one: only of one's own. */
export const isChosen = (whom: Whom) => whom === "CHOSEN" || whom === "CHOSEN_GROUPS";

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
    case "GROUPS":
      return { ...range, groups: {} };
    case "CHOSEN_GROUPS":
      return { ...range, groups: { ids: draft.groups.map(({ id }) => id) } };
    default:
      return range;
  }
}

/** Whether everything is there that the server needs to say whom it reaches. */
export function isComplete(draft: Draft): boolean {
  const said = draft.text.trim() !== "" || draft.items.length > 0;
  const company = draft.kind === "COMPANY";
  const people = !company || draft.everyone || draft.departments.length + draft.members.length > 0;
  return said && people && isNamed(draft) && (!company || draft.deadline !== null);
}

/** Whoever is chosen has been. */
function isNamed({ whom, segment, chosen, groups }: Draft): boolean {
  switch (whom) {
    case "SEGMENT":
      return segment !== null;
    case "CHOSEN":
      return chosen.length > 0;
    case "CHOSEN_GROUPS":
      return groups.length > 0;
    default:
      return true;
  }
}

export function requestOf(draft: Draft, key: string, expected: number | null): MassRequest {
  return {
    key,
    kind: draft.kind,
    content: { text: draft.text.trim(), attachments: bodiesOf(draft.items) },
    target: targetOf(draft),
    sendAt: draft.sendAt?.toISOString() ?? null,
    deadline: draft.kind === "COMPANY" ? (draft.deadline?.toISOString() ?? null) : null,
    expected,
  };
}
