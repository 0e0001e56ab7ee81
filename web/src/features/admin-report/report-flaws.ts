import { Problem } from "@/api/http";
import type { ReportContent, ReportTemplateError } from "@/api/report-template-types";
import { type FormFlaw, formFlaws } from "@/ui/forms/designer/form-flaws";

export const STEPS = ["basics", "form", "rules"] as const;
export type Step = (typeof STEPS)[number];

/** `rule` is a rule's name, as the server says it. */
export interface RuleFlaw {
  rule: string;
  code: string;
}

/** Everything that keeps a template from being published. */
export interface ReportFlaws {
  basics: RuleFlaw[];
  form: FormFlaw[];
  rules: RuleFlaw[];
}

export const NO_FLAWS: ReportFlaws = { basics: [], form: [], rules: [] };

/** What the browser can see by itself while the template is drawn. */
export function reportFlaws({ name, form, summary, rules }: ReportContent): ReportFlaws {
  const { cycle, must, deadline, late, before, after } = rules;
  const keys = new Set(form.fields.map((field) => field.key));
  const reminds = before.length + after.length > 0;
  const found: [boolean, string, string][] = [
    [cycle === "NONE" && (must !== null || deadline !== null), "cycle", "needs_cycle"],
    [deadline === null && (reminds || !late), "deadline", "needs_deadline"],
    [reminds && must === null, "must", "needs_must"],
    [summary.some((key) => !keys.has(key)), "summary", "unknown_field"],
  ];
  return {
    basics: name.trim() === "" ? [{ rule: "name", code: "name_missing" }] : [],
    form: formFlaws(form),
    rules: found.filter(([wrong]) => wrong).map(([, rule, code]) => ({ rule, code })),
  };
}

/** The server's answer in the same shape. */
export function flawsOfErrors(errors: readonly ReportTemplateError[]): ReportFlaws {
  return {
    basics: [],
    form: errors
      .filter(({ part }) => part === "FORM")
      .map(({ field, column, code, params }) => ({ path: column ? `${field}.${column}` : field, code, params })),
    rules: errors.filter(({ part }) => part === "RULES").map(({ field, code }) => ({ rule: field, code })),
  };
}

/** The flaws that the server found when it refused to publish; null when it refused for another reason. */
export function flawsOfRefusal(error: unknown): ReportFlaws | null {
  if (!(error instanceof Problem) || error.code !== "reporttemplate.not_sound") return null;
  return flawsOfErrors(error.errors as ReportTemplateError[]);
}

/** One's own flaws and the server's: where both speak of one place, the own words are kept. */
export function joined(own: ReportFlaws, server: ReportFlaws): ReportFlaws {
  const paths = new Set(own.form.map(({ path }) => path));
  const rules = new Set(own.rules.map(({ rule }) => rule));
  return {
    basics: own.basics,
    form: [...own.form, ...server.form.filter(({ path }) => !paths.has(path))],
    rules: [...own.rules, ...server.rules.filter(({ rule }) => !rules.has(rule))],
  };
}

export function countFlaws(flaws: ReportFlaws): number {
  return STEPS.reduce((sum, step) => sum + flaws[step].length, 0);
}
