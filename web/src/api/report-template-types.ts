import type { StartRange } from "./approval-template-types";
import type { FormDefinition } from "./form-types";
import type { FieldProblem } from "./http";
import type { ReportCycle } from "./report-types";
import type { Card } from "./types";

/** The shapes of docs/report-http.md, "Templates, for editors". */
export interface ReportTemplate {
  id: number;
  name: string;
  icon: string;
  description: string;
  state: "ACTIVE" | "STOPPED" | "DELETED";
  shippedKey: string | null;
  version: number;
  cycle: ReportCycle;
  write: StartRange;
  managers: Card[];
  dataManagers: Card[];
  updatedAt: string;
}

export interface ReportDeadline {
  days: number;
  /** Counts work days from the last work day of the period. */
  workDays: boolean;
  /** "18:00", in the company's zone. */
  time: string;
}

export interface ReportTo {
  members: number[];
  /** Superiors: 1 is the direct one. */
  levels: number[];
  roles: number[];
  conversations: number[];
  choose: boolean;
}

export interface ReportRules {
  cycle: ReportCycle;
  must: StartRange | null;
  deadline: ReportDeadline | null;
  late: boolean;
  editMinutes: number;
  recipients: ReportTo;
  /** Minutes before and after the deadline. */
  before: number[];
  after: number[];
}

export interface ReportContent {
  name: string;
  icon: string;
  description: string;
  form: FormDefinition;
  summary: string[];
  rules: ReportRules;
}

export interface ReportTemplateDetails {
  template: ReportTemplate;
  content: ReportContent;
}

export interface ReportAccess {
  write: StartRange;
  managers: number[];
  dataManagers: number[];
}

export interface ReportTemplateError extends FieldProblem {
  part: "FORM" | "RULES";
}
