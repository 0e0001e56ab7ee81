import type { Field, FieldKind, FormDefinition } from "@/api/form-types";

/** `amount` on the form itself, `items.price` for a column of a table. */
export type Path = string;

export const MOST_FIELDS = 200;
export const MOST_LABEL = 40;
export const MOST_HELP = 128;
/** What a table may not hold. */
export const NOT_IN_TABLES: readonly FieldKind[] = ["TABLE", "NOTE", "SERIAL"];

/** Groups of the palette, in the order in which people look for them. */
export const PALETTE: { group: "words" | "numbers" | "choices" | "people" | "files" | "layout"; kinds: FieldKind[] }[] =
  [
    { group: "words", kinds: ["TEXT", "LONG_TEXT", "NOTE", "PHONE", "ID_NUMBER"] },
    { group: "numbers", kinds: ["NUMBER", "AMOUNT", "FORMULA", "RATING", "SERIAL"] },
    { group: "choices", kinds: ["CHOICE", "CHOICES", "DATE", "DATE_RANGE"] },
    { group: "people", kinds: ["MEMBER", "DEPARTMENT", "EXTERNAL", "LOCATION"] },
    { group: "files", kinds: ["ATTACHMENT", "PHOTO", "SIGNATURE", "APPROVAL"] },
    { group: "layout", kinds: ["TABLE"] },
  ];

export function pathOf(table: string | null, key: string): Path {
  return table === null ? key : `${table}.${key}`;
}

export function split(path: Path): { table: string | null; key: string } {
  const [first = "", second] = path.split(".");
  return second === undefined ? { table: null, key: first } : { table: first, key: second };
}

export function listOf(form: FormDefinition, table: string | null): Field[] {
  if (table === null) return form.fields;
  return form.fields.find((field) => field.key === table)?.columns ?? [];
}

export function findField(form: FormDefinition, path: Path): Field | undefined {
  const { table, key } = split(path);
  return listOf(form, table).find((field) => field.key === key);
}

export function countFields(form: FormDefinition): number {
  return form.fields.reduce((sum, field) => sum + 1 + (field.columns?.length ?? 0), 0);
}

/** A key that neither the list nor anything published before has: `amount`, `amount_2`, … */
export function freshKey(kind: FieldKind, list: readonly Field[], taken: ReadonlySet<string>): string {
  const base = kind.toLowerCase();
  const used = new Set(list.map((field) => field.key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!used.has(key) && !taken.has(key)) return key;
  }
}

const START: Partial<Record<FieldKind, Partial<Field>>> = {
  AMOUNT: { currency: "CNY", capitals: true },
  DATE: { precision: "DAY" },
  DATE_RANGE: { precision: "DAY", length: "DAYS" },
  ATTACHMENT: { max: 9 },
  PHOTO: { max: 9 },
  FORMULA: { expression: "", decimals: 2 },
  RATING: { max: 5 },
  SERIAL: { prefix: "", digits: 4, reset: "YEAR" },
  TABLE: { columns: [], totals: [] },
};

export function newField(kind: FieldKind, key: string, label: string, optionLabel: (number: number) => string): Field {
  const field: Field = { key, kind, label, ...structuredClone(START[kind] ?? {}) };
  if (kind === "CHOICE" || kind === "CHOICES")
    field.options = [1, 2].map((number) => ({ id: `o${number}`, label: optionLabel(number) }));
  if (kind === "NOTE") field.text = "";
  return field;
}

function withList(form: FormDefinition, table: string | null, change: (list: Field[]) => Field[]): FormDefinition {
  if (table === null) return { ...form, fields: change(form.fields) };
  return {
    ...form,
    fields: form.fields.map((field) =>
      field.key === table ? { ...field, columns: change(field.columns ?? []) } : field,
    ),
  };
}

export function insertField(form: FormDefinition, table: string | null, index: number, field: Field): FormDefinition {
  return withList(form, table, (list) => [...list.slice(0, index), field, ...list.slice(index)]);
}

/** A column that goes takes its total along. */
export function removeField(form: FormDefinition, path: Path): FormDefinition {
  const { table, key } = split(path);
  const next = withList(form, table, (list) => list.filter((field) => field.key !== key));
  if (table === null) return next;
  return changeField(next, table, (field) => ({ totals: field.totals?.filter((each) => each !== key) }));
}

export function changeField(
  form: FormDefinition,
  path: Path,
  changes: Partial<Field> | ((field: Field) => Partial<Field>),
): FormDefinition {
  const { table, key } = split(path);
  return withList(form, table, (list) =>
    list.map((field) =>
      field.key === key ? { ...field, ...(typeof changes === "function" ? changes(field) : changes) } : field,
    ),
  );
}

/** To the place of an index, counted after it was taken out. */
export function moveField(form: FormDefinition, path: Path, to: number): FormDefinition {
  const { table, key } = split(path);
  const list = listOf(form, table);
  const from = list.findIndex((field) => field.key === key);
  const field = list[from];
  const target = Math.min(list.length - 1, Math.max(0, to));
  if (!field || target === from) return form;
  return withList(form, table, (all) => {
    const rest = all.filter((each) => each !== field);
    return [...rest.slice(0, target), field, ...rest.slice(target)];
  });
}

export function copyField(form: FormDefinition, path: Path, taken: ReadonlySet<string>): FormDefinition {
  const { table } = split(path);
  const list = listOf(form, table);
  const field = findField(form, path);
  if (!field) return form;
  const key = freshKey(field.kind, list, taken);
  return insertField(form, table, list.indexOf(field) + 1, { ...structuredClone(field), key });
}

/** An id for a new option that no option of the field has. */
export function freshOption(field: Field): string {
  const used = new Set(field.options?.map((option) => option.id));
  let number = (field.options?.length ?? 0) + 1;
  while (used.has(`o${number}`)) number++;
  return `o${number}`;
}
