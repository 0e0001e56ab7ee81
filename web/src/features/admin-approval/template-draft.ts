import type { Template, TemplateBody } from "@/api/approval-template-types";
import { newRoute } from "./new-nodes";

export const EVERYBODY = { members: [], departments: [], roles: [] };

export function newTemplate(name: string): TemplateBody {
  return {
    name,
    icon: "general",
    group: null,
    description: null,
    starters: { ...EVERYBODY },
    administrators: [],
    form: { fields: [] },
    route: newRoute(),
    settings: { revocable: true, undoable: false, reasonRequired: true, signatureRequired: false },
  };
}

/** What can be changed of a template, apart from what the server says about it. */
export function draftOf(template: Template): TemplateBody {
  const { name, icon, group, description, starters, administrators, form, route, settings } = template;
  return { name, icon, group, description, starters, administrators, form, route, settings };
}
