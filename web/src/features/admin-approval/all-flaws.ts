import type { TemplateContent, TemplateError } from "@/api/approval-template-types";
import { Problem } from "@/api/http";
import type { RouteFlaw } from "@/api/route-types";
import { type FormFlaw, formFlaws } from "@/ui/forms/designer/form-flaws";
import { applicantSubjects, fieldSubjects } from "@/ui/forms/designer/subjects";
import { routeFlaws } from "./route-flaws";

export const STEPS = ["basics", "form", "route", "settings"] as const;
export type Step = (typeof STEPS)[number];

export interface SettingFlaw {
  setting: string;
  code: string;
}

/** Everything that keeps a template from being published. */
export interface TemplateFlaws {
  basics: SettingFlaw[];
  form: FormFlaw[];
  route: RouteFlaw[];
  settings: SettingFlaw[];
}

export const NO_FLAWS: TemplateFlaws = { basics: [], form: [], route: [], settings: [] };
const PREFIX = /^[A-Za-z0-9-]{1,16}$/;

/** What the browser can see by itself while the template is drawn. */
export function templateFlaws({ name, form, route, settings }: TemplateContent): TemplateFlaws {
  const subjects = [...fieldSubjects(form.fields, (label) => label), ...applicantSubjects((fact) => fact)];
  const keys = new Set(form.fields.map((field) => field.key));
  return {
    basics: name.trim() === "" ? [{ setting: "name", code: "name_missing" }] : [],
    form: formFlaws(form),
    route: routeFlaws(route, form.fields, new Set(subjects.map(({ subject }) => subject))),
    settings: [
      ...(PREFIX.test(settings.numbering.prefix) ? [] : [{ setting: "numbering.prefix", code: "bad_prefix" }]),
      ...(settings.summary.every((key) => keys.has(key)) ? [] : [{ setting: "summary", code: "unknown_field" }]),
    ],
  };
}

/** The server's answer in the same shape. */
export function flawsOfErrors(errors: readonly TemplateError[]): TemplateFlaws {
  const of = (part: TemplateError["part"]) => errors.filter((error) => error.part === part);
  return {
    basics: [],
    form: of("FORM").map(({ field, column, code, params }) => ({
      path: column ? `${field}.${column}` : field,
      code,
      params,
    })),
    route: of("ROUTE").map(({ field, code }) => ({ node: field, code: code.toUpperCase() })),
    settings: of("SETTINGS").map(({ field, code }) => ({ setting: field, code })),
  };
}

/** The flaws that the server found when it refused to publish; null when it refused for another reason. */
export function flawsOfRefusal(error: unknown): TemplateFlaws | null {
  if (!(error instanceof Problem) || error.code !== "approvaltemplate.not_sound") return null;
  return flawsOfErrors(error.errors as TemplateError[]);
}

/** One's own flaws and the server's: where both speak of one place, the own words are kept. */
export function joined(own: TemplateFlaws, server: TemplateFlaws): TemplateFlaws {
  const paths = new Set(own.form.map(({ path }) => path));
  const nodes = new Set(own.route.map(({ node }) => node));
  const settings = new Set(own.settings.map(({ setting }) => setting));
  return {
    basics: own.basics,
    form: [...own.form, ...server.form.filter(({ path }) => !paths.has(path))],
    route: [...own.route, ...server.route.filter(({ node }) => !nodes.has(node))],
    settings: [...own.settings, ...server.settings.filter(({ setting }) => !settings.has(setting))],
  };
}

export function isFine(flaws: TemplateFlaws): boolean {
  return STEPS.every((step) => flaws[step].length === 0);
}
