import type { Startable } from "@/api/approval-types";

export interface StartGroup {
  name: string;
  templates: Startable[];
}

/** By heading in the order of the server, only those whose name, description or heading contains the words. */
export function grouped(all: readonly Startable[], query: string): StartGroup[] {
  const q = query.trim().toLowerCase();
  const groups = new Map<string, Startable[]>();
  for (const template of all) {
    const text = `${template.name} ${template.description} ${template.group}`.toLowerCase();
    if (q !== "" && !text.includes(q)) continue;
    groups.set(template.group, [...(groups.get(template.group) ?? []), template]);
  }
  return [...groups].map(([name, templates]) => ({ name, templates }));
}
