import type { Entry } from "@/api/types";
import type { Say } from "./words";

const MOST_NAMES = 5;

/** One sentence about what happened in a group. */
export function groupLine(entry: Entry, t: Say, nameOf: (id: number) => string): string {
  const { event, by = entry.sender, members = [], title = "", role } = entry.body;
  const shown = members.slice(0, MOST_NAMES).map(nameOf).join(t("comma"));
  const more = members.length > MOST_NAMES;
  const people = more ? t("group.line.andOthers", { names: shown, count: members.length }) : shown;
  const values = { by: nameOf(by), people, title };
  switch (event) {
    case "CREATED":
    case "REMOVED":
    case "TITLE":
    case "OWNER":
    case "LEFT":
    case "DISSOLVED":
      return t(`group.line.${event}`, values);
    case "JOINED":
      return t(members.length === 1 && members[0] === by ? "group.line.came" : "group.line.JOINED", values);
    case "ROLE":
      return t(role === "ADMIN" ? "group.line.madeAdmin" : "group.line.noAdmin", values);
    default:
      return t("group.line.other");
  }
}
