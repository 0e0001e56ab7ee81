import type { Condition, Field, FormDefinition } from "@/api/form-types";
import { subjectsOf } from "@/ui/forms/condition";
import { ExpressionError, namesIn, parseExpression } from "@/ui/forms/expression";
import { MOST_LABEL, type Path, pathOf } from "./form-edit";

/** What keeps a form from being published, and at which field. */
export interface FormFlaw {
  path: Path;
  code: string;
  params?: Record<string, unknown>;
}

const KEY = /^[a-z][a-z0-9_]{0,31}$/;

/** The same rules as the server's, shown while the form is drawn. */
export function formFlaws(form: FormDefinition): FormFlaw[] {
  if (form.fields.length === 0) return [{ path: "", code: "no_fields" }];
  const names = quantityNames(form);
  const flaws = form.fields.flatMap((field) => [
    ...fieldFlaws(field, field.key, form.fields, names),
    ...(field.columns ?? []).flatMap((column) =>
      fieldFlaws(
        column,
        pathOf(field.key, column.key),
        field.columns ?? [],
        new Set([...names, ...keysOf(field.columns)]),
      ),
    ),
  ]);
  return [...flaws, ...circles(form.fields).map((path) => ({ path, code: "circle" }))];
}

function keysOf(fields: readonly Field[] | null | undefined): string[] {
  return fields?.map((field) => field.key) ?? [];
}

/** What formulas may name: fields of the form, and columns as `table.column`. */
function quantityNames(form: FormDefinition): Set<string> {
  return new Set(
    form.fields.flatMap((field) => [field.key, ...keysOf(field.columns).map((column) => pathOf(field.key, column))]),
  );
}

function fieldFlaws(field: Field, path: Path, siblings: readonly Field[], names: ReadonlySet<string>): FormFlaw[] {
  const flaws: FormFlaw[] = [];
  const add = (code: string, params?: Record<string, unknown>) => flaws.push({ path, code, params });
  if (field.label.trim() === "" && field.kind !== "NOTE") add("label_missing");
  if (field.label.length > MOST_LABEL) add("label_too_long", { max: MOST_LABEL });
  if (!KEY.test(field.key) || siblings.filter((each) => each.key === field.key).length > 1) add("bad_key");
  if (field.options?.length === 0) add("no_options");
  if (field.options?.some((option) => option.label.trim() === "")) add("option_empty");
  if (field.kind === "TABLE" && !field.columns?.length) add("no_columns");
  if (field.kind === "NOTE" && !field.text?.trim()) add("note_empty");
  const formula = field.kind === "FORMULA" ? formulaFlaw(field.expression ?? "", names) : null;
  if (formula) add(formula.code, formula.params);
  const wanted = field.visibleIf ? [...subjectsOf(field.visibleIf)] : [];
  if (wanted.includes(field.key)) add("circle");
  if (wanted.some((subject) => !names.has(subject))) add("unknown_subject");
  if (unfinished(field.visibleIf)) add("condition_unfinished");
  return flaws;
}

function unfinished(condition: Condition | null | undefined): boolean {
  const tests = condition?.any.flatMap((group) => group.all) ?? [];
  const needless = new Set(["EMPTY", "FILLED"]);
  return tests.some(
    ({ op, values }) => !needless.has(op) && (values.length === 0 || values.some((each) => each === "")),
  );
}

/** Why a formula cannot be used: what is wrong, where it stands, and the words that are meant. */
export function formulaFlaw(
  source: string,
  names: ReadonlySet<string>,
): { code: string; params?: Record<string, unknown>; at: number } | null {
  try {
    const unknown = namesIn(parseExpression(source)).find(({ name }) => !names.has(name.toLowerCase()));
    return unknown ? { code: "unknown_name", params: { name: unknown.name }, at: unknown.at } : null;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return {
      code: `expression_${error.flaw.toLowerCase()}`,
      params: { what: error.what, place: error.at + 1 },
      at: error.at,
    };
  }
}

/** Fields whose formula or condition leads back to themselves. */
function circles(fields: readonly Field[]): Path[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const needs = new Map(fields.map((field) => [field.key, needsOf(field)]));
  const leadsBack = (start: string) => {
    const seen = new Set<string>();
    const open = [...(needs.get(start) ?? [])];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === start) return true;
      if (seen.has(key) || !byKey.has(key)) continue;
      seen.add(key);
      open.push(...(needs.get(key) ?? []));
    }
    return false;
  };
  return fields.map((field) => field.key).filter(leadsBack);
}

/** Keys of fields that must be known before this one is; a table needs what the formulas of its columns need. */
function needsOf(field: Field): string[] {
  const own = [...subjectsOf(field.visibleIf)];
  const columns = new Set(keysOf(field.columns));
  const inside = (field.columns ?? []).flatMap(needsOf).filter((key) => !columns.has(key));
  if (field.kind === "FORMULA") {
    try {
      own.push(...namesIn(parseExpression(field.expression ?? "")).map(({ name }) => name.toLowerCase()));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
    }
  }
  return [...own, ...inside].map((subject) => subject.split(".")[0] ?? subject);
}
