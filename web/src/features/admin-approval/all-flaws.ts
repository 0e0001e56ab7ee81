import type { FormDefinition } from "@/api/form-types";
import type { Route, RouteFlaw } from "@/api/route-types";
import { type FormFlaw, formFlaws } from "@/ui/forms/designer/form-flaws";
import { applicantSubjects, fieldSubjects } from "@/ui/forms/designer/subjects";
import { routeFlaws } from "./route-flaws";

export const STEPS = ["basics", "form", "route", "settings"] as const;
export type Step = (typeof STEPS)[number];

/** Everything that keeps a template from being published. */
export interface TemplateFlaws {
  /** Codes of the basic facts: `name_missing`. */
  basics: string[];
  form: FormFlaw[];
  route: RouteFlaw[];
}

export const NO_FLAWS: TemplateFlaws = { basics: [], form: [], route: [] };

interface Checked {
  name: string;
  form: FormDefinition;
  route: Route;
}

/** What the browser can see by itself while the template is drawn. */
export function templateFlaws({ name, form, route }: Checked): TemplateFlaws {
  const subjects = [...fieldSubjects(form.fields, (label) => label), ...applicantSubjects((fact) => fact)];
  return {
    basics: name.trim() === "" ? ["name_missing"] : [],
    form: formFlaws(form),
    route: routeFlaws(route, form.fields, new Set(subjects.map(({ subject }) => subject))),
  };
}

/** The server's flaws beside one's own: what both say is said once. */
export function joined(own: TemplateFlaws, server: TemplateFlaws): TemplateFlaws {
  const paths = new Set(own.form.map(({ path }) => path));
  const nodes = new Set(own.route.map(({ node }) => node));
  return {
    basics: [...new Set([...own.basics, ...server.basics])],
    form: [...own.form, ...server.form.filter(({ path }) => !paths.has(path))],
    route: [...own.route, ...server.route.filter(({ node }) => !nodes.has(node))],
  };
}

export function countOf(flaws: TemplateFlaws, step: Step): number {
  return step === "settings" ? 0 : flaws[step].length;
}

export function isFine(flaws: TemplateFlaws): boolean {
  return STEPS.every((step) => countOf(flaws, step) === 0);
}
