import { expect, it } from "vitest";
import type { Field, FormValues } from "@/api/form-types";
import { ExpressionError, parseExpression } from "./expression";
import { formulaNames, requireNumber } from "./formula-types";
import { LiveForm } from "./live";

/** The same form and the same cases as the server's FormulaTest: both must say the same of every formula. */
const field = (key: string, kind: Field["kind"], more: Partial<Field> = {}): Field => ({
  key,
  kind,
  label: key,
  ...more,
});
const FIELDS: Field[] = [
  ...["a", "b", "none", "zero", "e"].map((key) => field(key, "NUMBER")),
  field("kind", "TEXT"),
  field("day", "DATE"),
  field("trip", "DATE_RANGE"),
  field("items", "TABLE", { columns: [field("amount", "AMOUNT"), field("nothing", "NUMBER")] }),
];
const VALUES: FormValues = {
  a: "7",
  b: "2.5",
  zero: "0.00",
  e: "9",
  kind: "sick",
  day: "2024-10-04",
  trip: { from: "2024-10-04", to: "2024-10-07" },
  items: [{ amount: "1.10" }, { amount: "2.20" }, { amount: "3.30" }],
};

function result(expression: string, values = VALUES): string | null {
  const live = new LiveForm([...FIELDS, field("result", "FORMULA", { expression, decimals: 2 })], values);
  return (live.value("result") as string | undefined) ?? null;
}

function refused(expression: string): boolean {
  try {
    const names = formulaNames(FIELDS, null);
    requireNumber(parseExpression(expression), (name) => names.get(name) ?? null);
    return false;
  } catch (error) {
    if (error instanceof ExpressionError) return true;
    throw error;
  }
}

it.each([
  ["1 + 2 * 3", "7.00"],
  ["(1 + 2) * 3", "9.00"],
  ["a / b", "2.80"],
  ["a / 3", "2.33"],
  ["2 / 3", "0.67"],
  ["-a", "-7.00"],
  ["-2^2", "4.00"],
  ["2^3^2", "512.00"],
  ["a ^ 2", "49.00"],
  ["2 ^ -1", "0.50"],
  ["0.1 + 0.2", "0.30"],
  ["1.005 * 1", "1.01"],
  ["SUM(items.amount)", "6.60"],
  ["SUM(items.amount, a)", "13.60"],
  ["sum(items.amount)", "6.60"],
  ["MAX(items.amount)", "3.30"],
  ["MIN(items.amount, b, 1)", "1.00"],
  ["MAX(a, b)", "7.00"],
  ["ROUND(a / 3, 1)", "2.30"],
  ["ABS(b - a)", "4.50"],
  ["IF(a > b, 1, 2)", "1.00"],
  ['IF(kind = "sick", a, b)', "7.00"],
  ['IF(kind != "sick", a, b)', "2.50"],
  ["IF(a >= 7, IF(b < 2, 1, 2), 3)", "2.00"],
  ["IF(zero = 0, 0, a / zero)", "0.00"],
  ["IF(a = 7.000, 1, 0)", "1.00"],
  ["DAYS(day, trip.to)", "3.00"],
  ["IF(day < trip.to, 1, 0)", "1.00"],
  ["a + none", "7.00"],
  ["e * 2", "18.00"],
  ["99999999999999999999 * 1", "99999999999999999999.00"],
])("%s is %s", (text, expected) => {
  expect(result(text)).toBe(expected);
});

it.each([
  ["none", "all is missing"],
  ["none + none", "all is missing"],
  ["SUM(items.nothing)", "no rows"],
  ["MAX(items.nothing)", "no rows"],
  ["a / zero", "division by zero"],
  ["99999999999999999999 * 100", "beyond twenty digits"],
  ["a ^ 0.5", "no whole exponent"],
  ["a ^ 101", "too large an exponent"],
  ["((((9^100)^100)^100)^100)^100", "far beyond"],
  ["ROUND(a, 11)", "too many places"],
  ["ROUND(a, -1)", "too few places"],
])("%s has no value: %s", (text) => {
  expect(refused(text)).toBe(false);
  expect(result(text)).toBeNull();
});

it("a missing day leaves no value", () => {
  expect(result("DAYS(day, trip.to) + 1", { day: "2024-10-04" })).toBeNull();
});

it.each([
  "1 +",
  "(1",
  "1 2",
  '"a"',
  "a > b",
  'a + "x"',
  "kind + kind",
  'kind > "a"',
  "a = kind",
  'a = "7"',
  "items.amount",
  "items.amount + 1",
  "items.amount = items.amount",
  "ABS(items.amount)",
  "SUM(kind)",
  "SUM()",
  "IF(a, 1, 2)",
  "IF(a > b, 1)",
  "IF(a > b, 1, kind)",
  "day",
  "day + 1",
  "DAYS(a, b)",
  "1e5",
  "0x1F",
  "123456789012345678901234",
  "a[0]",
  "a % b",
  "a && b",
  "!a",
  "SQRT(a)",
  "RANDOM()",
  "DT_NOW()",
  'STR_FORMAT("%1000000000d", a)',
  "FACT(100000)",
  "T(java.lang.Runtime)",
  "a.b.c",
  "a + unheard",
  "A",
  "PI * 2",
  `${"1+".repeat(499)}1`,
  `${"-".repeat(999)}1`,
  "1".repeat(1001),
  "  ",
])("%s is no formula", (text) => {
  expect(refused(text)).toBe(true);
});

it("depth is bounded, brackets are not depth", () => {
  expect(refused(`${"1+".repeat(40)}1`)).toBe(false);
  expect(refused(`${"(".repeat(450)}1${")".repeat(450)}`)).toBe(false);
});
