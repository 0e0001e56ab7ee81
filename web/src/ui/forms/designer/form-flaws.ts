import type { Condition, Field, FormDefinition } from "@/api/form-types";
import { subjectsOf } from "@/ui/forms/condition";
import { ExpressionError, namesIn, parseExpression } from "@/ui/forms/expression";
import { type FormulaType, formulaNames, requireNumber } from "@/ui/forms/formula-types";
import { MOST_LABEL, type Path, pathOf } from "./form-edit";
import { fieldSubjects } from "./subjects";

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
  const subjects = subjectNames(form.fields);
  const flaws = form.fields.flatMap((field) => {
    const inRow = new Set([...subjects, ...subjectNames(field.columns ?? [])]);
    return [
      ...fieldFlaws(field, form, null, subjects),
      ...(field.columns ?? []).flatMap((column) => fieldFlaws(column, form, field, inRow)),
    ];
  });
  return [...flaws, ...circles(form.fields).map((path) => ({ path, code: "circle" }))];
}

/** What conditions may ask for. */
function subjectNames(fields: readonly Field[]): Set<string> {
  return new Set(fieldSubjects(fields, (label) => label).map(({ subject }) => subject));
}

function fieldFlaws(
  field: Field,
  form: FormDefinition,
  table: Field | null,
  subjects: ReadonlySet<string>,
): FormFlaw[] {
  const flaws: FormFlaw[] = [];
  const path = pathOf(table?.key ?? null, field.key);
  const siblings = table?.columns ?? form.fields;
  const add = (code: string, params?: Record<string, unknown>) => flaws.push({ path, code, params });
  if (field.label.trim() === "" && field.kind !== "NOTE") add("label_missing");
  if (field.label.length > MOST_LABEL) add("label_too_long", { max: MOST_LABEL });
  if (!KEY.test(field.key) || siblings.filter((each) => each.key === field.key).length > 1) add("bad_key");
  if (field.options?.length === 0) add("no_options");
  if (field.options?.some((option) => option.label.trim() === "")) add("option_empty");
  else if (new Set(field.options?.map((option) => option.label)).size < (field.options?.length ?? 0))
    add("option_twice");
  if (field.kind === "TABLE" && !field.columns?.length) add("no_columns");
  if (field.kind === "NOTE" && !field.text?.trim()) add("note_empty");
  const formula =
    field.kind === "FORMULA"
      ? formulaFlaw(field.expression ?? "", formulaNames(form.fields, table?.key ?? null))
      : null;
  if (formula) add(formula.code, formula.params);
  const wanted = field.visibleIf ? [...subjectsOf(field.visibleIf)] : [];
  if (wanted.includes(field.key)) add("circle");
  if (wanted.some((subject) => !subjects.has(subject))) add("unknown_subject");
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
  names: ReadonlyMap<string, FormulaType>,
): { code: string; params?: Record<string, unknown>; at: number } | null {
  try {
    requireNumber(parseExpression(source), (name) => names.get(name) ?? null);
    return null;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return {
      code: `expression_${error.flaw.toLowerCase()}`,
      params: { what: error.what, place: error.at + 1 },
      at: error.at,
    };
  }
}

/** Fields and columns whose formula or condition leads back to themselves. */
function circles(fields: readonly Field[]): Path[] {
  const needs = new Map<Path, Path[]>();
  for (const field of fields) {
    needs.set(field.key, needsOf(field, null, fields));
    for (const column of field.columns ?? [])
      needs.set(pathOf(field.key, column.key), [field.key, ...needsOf(column, field, fields)]);
  }
  const leadsBack = (start: Path) => {
    const seen = new Set<Path>();
    const open = [...(needs.get(start) ?? [])];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (path === start) return true;
      if (seen.has(path)) continue;
      seen.add(path);
      open.push(...(needs.get(path) ?? []));
    }
    return false;
  };
  return [...needs.keys()].filter(leadsBack);
}

/** What must be known before this field is: the row's own column first, a cell of a table by its column. */
function needsOf(field: Field, table: Field | null, fields: readonly Field[]): Path[] {
  return [...subjectsOf(field.visibleIf), ...formulaNamesOf(field)].map((name) => {
    if (table?.columns?.some((column) => column.key === name)) return pathOf(table.key, name);
    const key = name.split(".")[0] ?? name;
    return fields.find((each) => each.key === key)?.kind === "TABLE" ? name : key;
  });
}

function formulaNamesOf(field: Field): string[] {
  if (field.kind !== "FORMULA") return [];
  try {
    return namesIn(parseExpression(field.expression ?? "")).map(({ name }) => name);
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
