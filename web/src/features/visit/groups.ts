import { Problem } from "@/api/http";
import type { VisitGroup } from "@/api/visit-types";
import { actingToken, guestApi } from "./guest-api";
import { useVisit, visitState } from "./store";

export function keepGroup(group: VisitGroup) {
  useVisit.setState(({ groups }) => ({ groups: [group, ...groups.filter((each) => each.id !== group.id)] }));
}

/** Only who sits in a group has something to ask for. */
export async function refreshGroups() {
  const { groups, logs, view } = visitState();
  const some =
    groups.length > 0 || view.name === "group" || Object.values(logs).some(({ info }) => info.kind === "GROUP");
  if (!some || !actingToken()) return;
  const { items } = await guestApi.get<{ items: VisitGroup[] }>("/api/visit/groups");
  // The list may be a moment behind: who is missing there is asked for by itself.
  const missing = visitState().groups.filter((each) => !items.some(({ id }) => id === each.id));
  const still = await Promise.all(missing.map(({ id }) => findGroup(id)));
  useVisit.setState({ groups: [...still.filter((each) => each !== null), ...items] });
}

/** Whether the conversation is one of his groups. */
export async function isGroup(conversation: number): Promise<boolean> {
  const { items } = await guestApi.get<{ items: VisitGroup[] }>("/api/visit/groups");
  useVisit.setState({ groups: items });
  return items.some(({ conversationId }) => conversationId === conversation);
}

async function findGroup(id: number): Promise<VisitGroup | null> {
  try {
    return await guestApi.get<VisitGroup>(`/api/visit/groups/${id}`);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}
