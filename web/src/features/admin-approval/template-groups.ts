import type { Template, TemplateGroup, TemplateSection } from "@/api/approval-template-types";

export interface Shelf {
  group: TemplateGroup | null;
  templates: Template[];
}

/** Templates under their groups in the server's order; those without a group last. Empty groups stay, to be filled or removed. */
export function shelves(templates: readonly Template[], groups: readonly TemplateGroup[]): Shelf[] {
  const known = new Set(groups.map(({ id }) => id));
  const of = (id: number | null) =>
    templates.filter(({ groupId }) => (id === null ? groupId === null || !known.has(groupId) : groupId === id));
  const loose = of(null);
  return [
    ...groups.map((group) => ({ group, templates: of(group.id) })),
    ...(loose.length > 0 ? [{ group: null, templates: loose }] : []),
  ];
}

function sections(all: readonly Shelf[]): TemplateSection[] {
  return all.map(({ group, templates }) => ({
    groupId: group?.id ?? null,
    templates: templates.map(({ id }) => id),
  }));
}

/** The order in which one template stands a place earlier or later in its group. */
export function moved(all: readonly Shelf[], id: number, by: number): TemplateSection[] {
  return sections(all).map((section) => {
    const from = section.templates.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= section.templates.length) return section;
    const templates = section.templates.filter((each) => each !== id);
    templates.splice(to, 0, id);
    return { ...section, templates };
  });
}

/** The order in which one template stands last in another group. */
export function regrouped(all: readonly Shelf[], id: number, groupId: number | null): TemplateSection[] {
  const without = sections(all).map((section) => ({
    ...section,
    templates: section.templates.filter((each) => each !== id),
  }));
  if (!without.some((section) => section.groupId === groupId)) without.push({ groupId, templates: [] });
  return without.map((section) =>
    section.groupId === groupId ? { ...section, templates: [...section.templates, id] } : section,
  );
}

/** The order in which a whole group stands a place earlier or later. */
export function movedGroup(all: readonly Shelf[], groupId: number, by: number): TemplateSection[] {
  const list = sections(all);
  const groups = list.filter((section) => section.groupId !== null);
  const from = groups.findIndex((section) => section.groupId === groupId);
  const to = from + by;
  const [section] = groups.splice(from, 1);
  if (section) groups.splice(Math.min(groups.length, Math.max(0, to)), 0, section);
  return [...groups, ...list.filter((each) => each.groupId === null)];
}
