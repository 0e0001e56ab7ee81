import { describe, expect, it } from "vitest";
import type { Condition, Field, Op } from "@/api/form-types";
import { Problem } from "@/api/http";
import { capitals } from "./capitals";
import { checkForm, flawOf } from "./check";
import { rangeLength } from "./dates";
import { cleanNumber, grouped, readDecimal } from "./decimals";
import { evaluate, type Known } from "./evaluate";
import { ExpressionError, namesIn, parseExpression } from "./expression";
import { flawsOf } from "./flaws";
import { isIdNumber, isPhone } from "./id-number";
import { LiveForm } from "./live";

const field = (key: string, kind: Field["kind"], more: Partial<Field> = {}): Field => ({
  key,
  kind,
  label: key,
  ...more,
});
const when = (subject: string, op: Op, ...values: string[]): Condition => ({
  any: [{ all: [{ subject, op, values }] }],
});

describe("capitals", () => {
  it.each([
    ["0", "零元整"],
    ["100", "壹佰元整"],
    ["1234.50", "壹仟贰佰叁拾肆元伍角整"],
    ["1234.05", "壹仟贰佰叁拾肆元零伍分"],
    ["0.05", "伍分"],
    ["0.50", "伍角整"],
    ["10", "壹拾元整"],
    ["1001", "壹仟零壹元整"],
    ["10000", "壹万元整"],
    ["10001", "壹万零壹元整"],
    ["100100", "壹拾万零壹佰元整"],
    ["100000000", "壹亿元整"],
    ["100000001", "壹亿零壹元整"],
    ["1000010000", "壹拾亿零壹万元整"],
    ["-3.2", "负叁元贰角整"],
    ["99999999.999", "壹亿元整"],
    ["1000000000000", "壹兆元整"],
    ["abc", ""],
  ])("%s is %s", (amount, words) => {
    expect(capitals(amount)).toBe(words);
  });
});

describe("numbers", () => {
  it("overlooks what people type", () => {
    expect(cleanNumber("１，２３４．５")).toBe("1234.5");
    expect(cleanNumber(".5")).toBe("0.5");
    expect(cleanNumber("12.")).toBe("12");
    expect(readDecimal("1e5")).toBeNull();
    expect(readDecimal("12a")).toBeNull();
    expect(readDecimal("")).toBeNull();
  });
  it("are grouped without losing digits", () => {
    expect(grouped("1234567.5", 2)).toBe("1,234,567.50");
    expect(grouped("12345678901234567890.123456")).toBe("12,345,678,901,234,567,890.123456");
  });
});

describe("formulas", () => {
  const names: Record<string, Exclude<Known, null>> = {
    a: readDecimal("0.1") ?? "",
    b: readDecimal("0.2") ?? "",
    ten: readDecimal("10") ?? "",
    kind: "sick",
    "items.amount": ["10", "20.5"].flatMap((each) => readDecimal(each) ?? []),
    "items.none": [],
  };
  const result = (source: string) => evaluate(parseExpression(source), (name) => names[name] ?? "")?.toFixed() ?? null;

  it.each([
    ["a + b", "0.3"],
    ["1 + 2 * 3", "7"],
    ["(1 + 2) * 3", "9"],
    ["2 ^ 3 ^ 2", "512"],
    ["4 ^ 0.5", null],
    ["1.01 ^ 101", null],
    ["-2 ^ 2", "4"],
    ["10 - 4 - 3", "3"],
    ["10 / 4", "2.5"],
    ["10 / 0", null],
    ["SUM(items.amount)", "30.5"],
    ["sum(items.amount, 1)", "31.5"],
    ["SUM(items.none)", "0"],
    ["MAX(items.none)", "0"],
    ["MIN(3, items.amount)", "3"],
    ["MAX(1, 2, 3)", "3"],
    ["ABS(-3.5)", "3.5"],
    ["ROUND(2.345, 2)", "2.35"],
    ["ROUND(-2.345, 2)", "-2.35"],
    ["IF(ten > 5, 1, 2)", "1"],
    ["IF(ten = 10, ten * 2, 0)", "20"],
    ["IF(ten <> 10, 1, IF(ten >= 10, 7, 8))", "7"],
    ["ten > 5", null],
    ["1 / 3 * 3", "0.9999999999999999999999999999999999"],
    ["9 ^ 9 ^ 9 ^ 9", null],
  ])("%s is %s", (source, expected) => {
    expect(result(source)).toBe(expected);
  });

  it.each([
    ["", "EMPTY", 0],
    ["1 +", "END", 3],
    ["1 + + 2", "UNEXPECTED", 4],
    ["1 + * 2", "UNEXPECTED", 4],
    [".5 + 1", "UNEXPECTED", 0],
    ["(1", "END", 2],
    ["1 2", "UNEXPECTED", 2],
    ["alert(1)", "FUNCTION", 0],
    ["a; b", "UNEXPECTED", 1],
    ["IF(1, 2)", "ARGUMENTS", 0],
    ["a.b.c", "UNEXPECTED", 3],
    [`${"1+".repeat(60)}1`, "DEPTH", 0],
    ["1".repeat(1001), "TOO_LONG", 1000],
  ])("%s is refused", (source, flaw, at) => {
    let error: unknown;
    try {
      parseExpression(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ExpressionError);
    expect(error).toMatchObject({ flaw, at });
  });

  it("tell their names and where they stand", () => {
    expect(namesIn(parseExpression("a + SUM(items.amount)"))).toEqual([
      { name: "a", at: 0 },
      { name: "items.amount", at: 8 },
    ]);
  });
});

describe("a form that is filled in", () => {
  const fields = [
    field("kind", "CHOICE", { options: [{ id: "sick", label: "病假" }] }),
    field("proof", "TEXT", { visibleIf: when("kind", "IS", "sick"), required: true }),
    field("note", "TEXT", { visibleIf: when("proof", "FILLED") }),
    field("items", "TABLE", {
      columns: [
        field("price", "AMOUNT"),
        field("count", "NUMBER"),
        field("amount", "FORMULA", { expression: "price * count", decimals: 2 }),
      ],
      totals: ["amount"],
    }),
    field("sum", "FORMULA", { expression: "SUM(items.amount) * 1.1", decimals: 1 }),
    field("big", "TEXT", { visibleIf: when("items.amount", "MORE", "100") }),
  ];
  const items = [{ price: "10.05", count: "3" }, { price: "99.9", count: "1" }, { price: "5" }];

  it("counts rows, totals and formulas over them", () => {
    const live = new LiveForm(fields, { items });
    expect(live.rows("items").map((row) => row.value("amount"))).toEqual(["30.15", "99.90", "0.00"]);
    expect(live.total("items", "amount")?.toFixed()).toBe("130.05");
    expect(live.value("sum")).toBe("143.1");
    expect(live.visible("big")).toBe(true);
  });

  it("takes hidden fields for empty, and what hangs on them too", () => {
    const live = new LiveForm(fields, { kind: "other", proof: "kept", note: "kept" });
    expect(live.visible("proof")).toBe(false);
    expect(live.value("proof")).toBeUndefined();
    expect(live.visible("note")).toBe(false);
    expect(checkForm({ fields }, { kind: "other" })).toEqual({});
    expect(checkForm({ fields }, { kind: "sick" })).toEqual({ proof: { code: "required" } });
  });

  it("does not fall into circles", () => {
    const circle = [
      field("a", "FORMULA", { expression: "b + 1" }),
      field("b", "FORMULA", { expression: "a + 1" }),
      field("c", "TEXT", { visibleIf: when("d", "FILLED") }),
      field("d", "TEXT", { visibleIf: when("c", "FILLED") }),
    ];
    const live = new LiveForm(circle, { c: "x", d: "x" });
    expect(live.value("a")).toBeUndefined();
    expect(live.visible("c")).toBe(false);
  });

  it.each<[string, Op, string[], boolean]>([
    ["days", "MORE", ["3"], true],
    ["days", "BETWEEN", ["3.5", "4"], true],
    ["day", "IS", ["2026-11-27"], true],
    ["trip.to", "MORE", ["2026-11-28"], true],
    ["items", "AT_LEAST", ["1"], false],
    ["tags", "IS", ["b", "a"], true],
    ["tags", "ALL_OF", ["a"], true],
    ["tags", "CONTAINS", ["B"], true],
    ["gone", "EMPTY", [], true],
    ["gone", "IS_NOT", ["x"], true],
    ["gone", "IS", ["x"], false],
  ])("%s %s %s", (subject, op, values, expected) => {
    const all = [
      field("trip", "DATE_RANGE"),
      field("day", "DATE"),
      field("tags", "CHOICES"),
      field("days", "FORMULA", { expression: "trip + 0.5" }),
      field("gone", "TEXT"),
      field("items", "TABLE", { columns: [field("x", "NUMBER")] }),
      field("target", "TEXT", { visibleIf: when(subject, op, ...values) }),
    ];
    const live = new LiveForm(all, {
      trip: { from: "2026-11-27", to: "2026-11-29" },
      day: "2026-11-27",
      tags: ["a", "b"],
    });
    expect(live.visible("target")).toBe(expected);
  });
});

describe("lengths of ranges", () => {
  it.each([
    ["2026-11-27", "2026-11-27", "DAY", "DAYS", "1"],
    ["2026-11-27 AM", "2026-11-27 AM", "HALF_DAY", "DAYS", "0.5"],
    ["2026-11-27 PM", "2026-11-28 AM", "HALF_DAY", "DAYS", "1"],
    ["2026-11-27T09:00", "2026-11-27T11:30", "MINUTE", "HOURS", "2.5"],
    ["2026-11-28", "2026-11-27", "DAY", "DAYS", null],
    ["2026-11-27", "2026-11-28", "DAY", "WORK_DAYS", null],
  ] as const)("%s to %s", (from, to, precision, unit, expected) => {
    expect(rangeLength({ from, to }, precision, unit)).toBe(expected);
  });
});

describe("checks", () => {
  it("knows identity and phone numbers", () => {
    expect(isIdNumber("11010519491231002X")).toBe(true);
    expect(isIdNumber("110105194912310021")).toBe(false);
    expect(isIdNumber("11010519490231002X")).toBe(false);
    expect(isPhone("138 0013 8000")).toBe(true);
    expect(isPhone("12345")).toBe(false);
    expect(isPhone("+442071838750")).toBe(true);
  });

  it.each<[Partial<Field> & { kind: Field["kind"] }, Field["default"], string | null]>([
    [{ kind: "NUMBER", min: "1", max: "9" }, "0", "too_small"],
    [{ kind: "NUMBER", min: "1", max: "9" }, "10", "too_large"],
    [{ kind: "NUMBER", decimals: 1 }, "1.25", "too_many_decimals"],
    [{ kind: "AMOUNT" }, "1.255", "too_many_decimals"],
    [{ kind: "NUMBER" }, "many", "not_a_number"],
    [{ kind: "TEXT", maxLength: 3 }, "four", "too_long"],
    [{ kind: "TEXT", required: true }, "  ", "required"],
    [{ kind: "DATE_RANGE" }, { from: "2026-11-27" }, "both_ends"],
    [{ kind: "DATE_RANGE" }, { from: "2026-11-27", to: "2026-11-26" }, "bad_range"],
    [{ kind: "MEMBER", required: true }, [], "required"],
    [{ kind: "RATING" }, 3, null],
  ])("%o with %o", (options, value, code) => {
    expect(flawOf(field("x", options.kind, options), value ?? undefined)?.code ?? null).toBe(code);
  });

  it("puts the server's refusals beside their fields", () => {
    const problem = new Problem(400, "form.invalid", {}, [
      { field: "items", row: 2, column: "price", code: "required" },
      { field: "kind", code: "required" },
    ]);
    expect(Object.keys(flawsOf(problem))).toEqual(["items[2].price", "kind"]);
    expect(flawsOf(new Error("other"))).toEqual({});
  });
});
