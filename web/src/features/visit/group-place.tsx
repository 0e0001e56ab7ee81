import en from "@/i18n/en/visit-group.json";
import zh from "@/i18n/zh/visit-group.json";
import { GroupDoor } from "./group-door";
import { GroupGone } from "./group-gone";
import { GroupPage } from "./group-page";
import { groupOf, useVisit } from "./store";
import { bringWords } from "./words";

bringWords("group", { "zh-CN": zh, "en-US": en });

/** A group: before its door, in it, or no longer. Fetched by those who have to do with one. */
export default function GroupPlace({ conversation }: { conversation: number | null }) {
  const invitation = useVisit((store) => store.invitation);
  const group = useVisit((store) => groupOf(store.groups, conversation));
  if (group) return <GroupPage key={group.id} group={group} />;
  if (conversation === null && invitation) return <GroupDoor invitation={invitation} />;
  return <GroupGone />;
}
