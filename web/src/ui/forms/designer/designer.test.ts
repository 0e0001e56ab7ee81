import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, FormDefinition } from "@/api/form-types";
import { FIELD_KINDS } from "@/api/form-types";
import {
  changeField,
  copyField,
  countFields,
  findField,
  freshKey,
  insertField,
  listOf,
  moveField,
  newField,
  PALETTE,
  removeField,
} from "./form-edit";
import { formFlaws } from "./form-flaws";
import { fieldSubjects } from "./subjects";

const none = new Set<string>();
const option = (number: number) => `选项${number}`;
const make = (kind: Field["kind"], key: string): Field => newField(kind, key, key, option);

const form: FormDefinition = {
  fields: [
    make("TEXT", "reason"),
    { ...make("TABLE", "items"), columns: [make("AMOUNT", "price"), make("NUMBER", "count")], totals: ["price"] },
    { ...make("FORMULA", "sum"), expression: "SUM(items.price)" },
  ],
};

describe("the designer's edits", () => {
  it("offer every kind of field exactly once", () => {
    expect(PALETTE.flatMap(({ kinds }) => kinds).sort()).toEqual([...FIELD_KINDS].sort());
  });

  it("never use a key again that was published", () => {
    expect(freshKey("AMOUNT", [make("AMOUNT", "amount")], new Set(["amount_2"]))).toBe("amount_3");
  });

  it("reach into tables", () => {
    const wider = insertField(form, "items", 1, make("DATE", "date"));
    expect(listOf(wider, "items").map((each) => each.key)).toEqual(["price", "date", "count"]);
    expect(findField(changeField(wider, "items.date", { label: "日期" }), "items.date")?.label).toBe("日期");
    const narrower = removeField(form, "items.price");
    expect(findField(narrower, "items")?.totals).toEqual([]);
    expect(listOf(moveField(form, "items.count", 0), "items").map((each) => each.key)).toEqual(["count", "price"]);
  });

  it("keep keys unique whatever is done", () => {
    const edit = fc.record({ act: fc.nat(4), kind: fc.constantFrom(...FIELD_KINDS), pick: fc.nat(), to: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (list) => {
        let state: FormDefinition = { fields: [] };
        for (const { act, kind, pick, to } of list) {
          const field = state.fields[pick % Math.max(1, state.fields.length)];
          const before = countFields(state);
          if (act <= 1) {
            const key = freshKey(kind, state.fields, none);
            state = insertField(state, null, Math.min(to, state.fields.length), make(kind, key));
          } else if (field && act === 2) state = copyField(state, field.key, none);
          else if (field && act === 3) {
            state = moveField(state, field.key, to);
            expect(countFields(state)).toBe(before);
          } else if (field) state = removeField(state, field.key);
          const keys = state.fields.map((each) => each.key);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what keeps a form from being published", () => {
  const flaws = (fields: Field[]) => formFlaws({ fields }).map(({ path, code }) => `${path} ${code}`);

  it("is nothing for a good form", () => {
    expect(formFlaws(form)).toEqual([]);
  });

  it("is said at the field", () => {
    expect(flaws([])).toEqual([" no_fields"]);
    expect(flaws([{ ...make("TEXT", "a"), label: " " }])).toEqual(["a label_missing"]);
    expect(flaws([{ ...make("CHOICE", "a"), options: [] }])).toEqual(["a no_options"]);
    expect(flaws([make("TABLE", "a")])).toEqual(["a no_columns"]);
    expect(flaws([{ ...make("FORMULA", "a"), expression: "b + 1" }])).toEqual(["a expression_name"]);
    expect(flaws([{ ...make("FORMULA", "a"), expression: "1 +" }])).toEqual(["a expression_end"]);
    expect(flaws([{ ...make("TABLE", "a"), columns: [{ ...make("FORMULA", "b"), expression: "c" }] }])).toEqual([
      "a.b expression_name",
    ]);
  });

  it("is a circle of formulas and conditions", () => {
    const a: Field = { ...make("FORMULA", "a"), expression: "b + 1" };
    const b: Field = {
      ...make("NUMBER", "b"),
      visibleIf: { any: [{ all: [{ subject: "a", op: "MORE", values: ["1"] }] }] },
    };
    expect(flaws([a, b])).toEqual(["a circle", "b circle"]);
    const table: Field = { ...make("TABLE", "t"), columns: [{ ...make("FORMULA", "x"), expression: "s" }] };
    expect(flaws([table, { ...make("FORMULA", "s"), expression: "SUM(t.x)" }])).toEqual(["t.x circle", "s circle"]);
    expect(flaws([table, { ...make("FORMULA", "s"), expression: "t + 1" }])).toEqual([]);
  });
});

it("conditions may ask for fields and totals, not for notes", () => {
  const all = fieldSubjects(
    [...form.fields, make("NOTE", "note"), make("DATE_RANGE", "trip")],
    (label) => `${label}时长`,
    "sum",
  );
  expect(all.map(({ subject, shape }) => `${subject} ${shape}`)).toEqual([
    "reason text",
    "items number",
    "items.price number",
    "items.count number",
    "trip number",
    "trip.from day",
    "trip.to day",
  ]);
});
