import type { Condition, Test } from "@/api/form-types";
import { dayNumber } from "./dates";
import { Decimal, readDecimal } from "./decimals";

/** What conditions are held against; the twin of the server's `Facts`. */
export type Fact = { quantity: Decimal } | { words: ReadonlySet<string> };
export type Facts = (subject: string) => Fact | null;

export function holds(condition: Condition, facts: Facts): boolean {
  return condition.any.some((group) => group.all.every((test) => testHolds(test, facts)));
}

/** A missing fact fulfils EMPTY and IS_NOT only. */
function testHolds(test: Test, facts: Facts): boolean {
  const fact = facts(test.subject);
  if (fact === null) return test.op === "EMPTY" || test.op === "IS_NOT";
  return "quantity" in fact ? quantityHolds(test, fact.quantity) : wordsHold(test, fact.words);
}

function quantityHolds({ op, values }: Test, value: Decimal): boolean {
  const order = (index: number) => {
    const other = amount(values[index]);
    return other === null ? Number.NaN : value.comparedTo(other);
  };
  switch (op) {
    case "IS":
      return order(0) === 0;
    case "IS_NOT":
      return order(0) !== 0;
    case "LESS":
      return order(0) < 0;
    case "AT_MOST":
      return order(0) <= 0;
    case "MORE":
      return order(0) > 0;
    case "AT_LEAST":
      return order(0) >= 0;
    case "BETWEEN":
      return order(0) >= 0 && order(1) <= 0;
    case "ANY_OF":
      return values.some((_, index) => order(index) === 0);
    case "FILLED":
      return true;
    default:
      return false;
  }
}

/** Days are written as in the form, 2026-11-27. */
function amount(text: string | undefined): Decimal | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? dayNumber(text) : null;
  return day === null ? readDecimal(text) : new Decimal(day);
}

function wordsHold({ op, values }: Test, found: ReadonlySet<string>): boolean {
  const wanted = new Set(values);
  const same = wanted.size === found.size && values.every((each) => found.has(each));
  switch (op) {
    case "IS":
      return same;
    case "IS_NOT":
      return !same;
    case "ANY_OF":
      return values.some((each) => found.has(each));
    case "ALL_OF":
      return values.every((each) => found.has(each));
    case "CONTAINS":
      return [...found].some((word) => word.toLowerCase().includes((values[0] ?? "").toLowerCase()));
    case "EMPTY":
      return found.size === 0;
    case "FILLED":
      return found.size > 0;
    default:
      return false;
  }
}

export function subjectsOf(condition: Condition | null | undefined): Set<string> {
  return new Set(condition?.any.flatMap((group) => group.all.map((test) => test.subject)) ?? []);
}
