import { Decimal } from "./decimals";
import type { Expression, FunctionName, Operator } from "./expression";

/** What stands behind a name: a number, words, a column of numbers, or nothing yet. */
export type Known = Decimal | string | Decimal[] | null;
export type Names = (name: string) => Known;
type Result = Decimal | string | boolean | Decimal[] | null;

/** The number a formula gives, null while something it needs is missing or when there is none (a division by zero). */
export function evaluate(tree: Expression, names: Names): Decimal | null {
  try {
    const result = value(tree, names);
    return result instanceof Decimal ? result : null;
  } catch (error) {
    // The library throws for numbers beyond its range and for powers that do not exist.
    if (error instanceof Error && error.message.startsWith("[DecimalError]")) return null;
    throw error;
  }
}

function value(tree: Expression, names: Names): Result {
  switch (tree.type) {
    case "number":
      return new Decimal(tree.text.startsWith(".") ? `0${tree.text}` : tree.text);
    case "text":
      return tree.text;
    case "name":
      return names(tree.name);
    case "sign": {
      const of = number(value(tree.of, names));
      return of === null ? null : tree.minus ? of.neg() : of;
    }
    case "operation":
      return operation(tree.op, value(tree.left, names), value(tree.right, names));
    case "call":
      return call(tree.name, tree.args, names);
  }
}

function number(result: Result): Decimal | null {
  return result instanceof Decimal ? result : null;
}

function operation(op: Operator, left: Result, right: Result): Result {
  if (typeof left === "string" && typeof right === "string") {
    if (op === "=" || op === "==") return left === right;
    return op === "!=" || op === "<>" ? left !== right : null;
  }
  const one = number(left);
  const other = number(right);
  if (one === null || other === null) return null;
  switch (op) {
    case "+":
      return one.plus(other);
    case "-":
      return one.minus(other);
    case "*":
      return one.times(other);
    case "/":
      return other.isZero() ? null : one.div(other);
    case "^":
      return one.pow(other);
    default:
      return compared(op, one.comparedTo(other));
  }
}

function compared(op: Operator, order: number): boolean {
  switch (op) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "!=":
    case "<>":
      return order !== 0;
    default:
      return order === 0;
  }
}

function call(name: FunctionName, args: Expression[], names: Names): Result {
  const [first, second, third] = args;
  if (name === "IF") return first && second && third ? choose(first, second, third, names) : null;
  const results = args.map((each) => value(each, names));
  if (name === "SUM" || name === "MIN" || name === "MAX") return over(name, results);
  const one = number(results[0] ?? null);
  if (one === null) return null;
  if (name === "ABS") return one.abs();
  const other = number(results[1] ?? null);
  if (other === null) return null;
  return name === "ROUND" ? round(one, other) : other.minus(one);
}

function choose(test: Expression, then: Expression, otherwise: Expression, names: Names): Result {
  const holds = value(test, names);
  if (typeof holds === "boolean") return value(holds ? then : otherwise, names);
  const counted = number(holds);
  return counted === null ? null : value(counted.isZero() ? otherwise : then, names);
}

/** A column counts as all of its rows; an empty one sums up to nothing at all, that is 0. */
function over(name: "SUM" | "MIN" | "MAX", results: Result[]): Result {
  const all: Decimal[] = [];
  for (const each of results) {
    if (Array.isArray(each)) all.push(...each);
    else if (each instanceof Decimal) all.push(each);
    else return null;
  }
  if (name === "SUM") return all.reduce((sum, each) => sum.plus(each), new Decimal(0));
  const first = all[0];
  if (first === undefined) return null;
  return all.reduce((best, each) => ((name === "MIN" ? each.lt(best) : each.gt(best)) ? each : best), first);
}

function round(value: Decimal, places: Decimal): Decimal | null {
  const digits = places.toNumber();
  return Number.isInteger(digits) && digits >= 0 && digits <= 20 ? value.toDecimalPlaces(digits, 4) : null;
}
