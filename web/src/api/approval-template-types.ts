import type { FormDefinition, SerialReset } from "./form-types";
import type { FieldProblem } from "./http";
import type { ApproverRange, Route } from "./route-types";
import type { Card } from "./types";

/** The shapes of docs/approval-http.md, "Templates". */
export interface StartRange extends ApproverRange {
  everyone: boolean;
  except?: ApproverRange | null;
}

/** What editors see of a template. `version` is the published one; `changed`: the draft is newer. */
export interface Template {
  id: number;
  name: string;
  icon: string;
  description: string;
  groupId: number | null;
  state: "ACTIVE" | "STOPPED";
  shippedKey: string | null;
  version: number | null;
  changed: boolean;
  start: StartRange;
  managers: Card[];
  dataManagers: Card[];
  updatedAt: string;
}

export interface TemplateGroup {
  id: number;
  name: string;
}

export const COMMENT_RULES = ["READERS", "ASKED", "NOBODY"] as const;

export interface TemplateSettings {
  mayRevoke: boolean;
  mayUndo: boolean;
  comments: (typeof COMMENT_RULES)[number];
  numbering: { prefix: string; period: SerialReset; digits: number };
  /** Keys of the fields that cards and lists show, at most three. */
  summary: string[];
  /** Who is asked when nobody is found; null: the company's owner. */
  administratorId: number | null;
}

/** What an editor works on and a version keeps. */
export interface TemplateContent {
  name: string;
  icon: string;
  description: string;
  form: FormDefinition;
  route: Route;
  settings: TemplateSettings;
}

export interface TemplateDraft {
  revision: number;
  content: TemplateContent;
  editedBy: Card | null;
  editedAt: string;
}

export interface TemplateAccess {
  start: StartRange;
  managers: number[];
  dataManagers: number[];
}

/** One that was published; `publishedBy` null: it was shipped. */
export interface TemplateVersion {
  number: number;
  publishedBy: Card | null;
  publishedAt: string;
}

export interface TemplateVersionContent {
  number: number;
  content: TemplateContent;
}

/** What keeps a draft from being published, and in which part; `field` is a key, a node's id or a setting's name. */
export interface TemplateError extends FieldProblem {
  part: "FORM" | "ROUTE" | "SETTINGS";
}

export interface TemplateSection {
  groupId: number | null;
  templates: number[];
}
