import type { FormDefinition } from "./form-types";
import type { ApproverRange, Route } from "./route-types";

/** DRAFT: never published. ACTIVE: may be started. STOPPED: running instances go on, nobody starts another. */
export type TemplateState = "DRAFT" | "ACTIVE" | "STOPPED";

export interface TemplateSettings {
  /** The applicant may take a running application back. */
  revocable: boolean;
  /** What was agreed may be undone by a new run. */
  undoable: boolean;
  /** Who refuses or returns must say why. */
  reasonRequired: boolean;
  /** Who agrees signs by hand. */
  signatureRequired: boolean;
}

/** What lists of the administration show. */
export interface TemplateRow {
  id: number;
  name: string;
  icon: string | null;
  group: string | null;
  state: TemplateState;
  /** Who may start it; three empty lists mean everybody. */
  starters: ApproverRange;
  /** Null as long as it was never published. */
  version: number | null;
  /** Whether there are changes that are not published. */
  changed: boolean;
}

/** What is drawn: the draft, which publishing makes a version. */
export interface TemplateBody {
  name: string;
  icon: string | null;
  group: string | null;
  description: string | null;
  starters: ApproverRange;
  administrators: number[];
  form: FormDefinition;
  route: Route;
  settings: TemplateSettings;
}

export interface Template extends TemplateRow, TemplateBody {
  icon: string | null;
  /** Keys that published versions used: they are not given to other fields. Columns as `table.column`. */
  usedKeys: string[];
}

/** Everything that keeps a template from being published, in one answer. */
export interface TemplateProblems {
  basics: { code: string }[];
  form: { field: string; column?: string; code: string; params?: Record<string, unknown> }[];
  route: { node: string; code: string }[];
}
