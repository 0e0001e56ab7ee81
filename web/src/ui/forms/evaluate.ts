import { Decimal } from "./decimals";
import type { Expression, FunctionName, Operator } from "./expression";

/** What stands behind a name: a number or a day, words, a column of numbers; null when nothing is there yet. */
export type Known = Decimal | string | Decimal[] | null;
type Result = Decimal | string | boolean | Decimal[];

const MOST_POWER = 100;
const MOST_PLACES = 10;
const MOST_DIGITS = 20;

/** Ends an evaluation that has no result: a division by zero, a power that does not exist. */
class NoResult extends Error {}

/** The number a formula gives; null when there is none. Names must have been checked: see `formula-types.ts`. */
export function evaluate(tree: Expression, names: (name: string) => Exclude<Known, null>): Decimal | null {
  try {
    const result = number(value(tree, names));
    return result.isZero() || result.abs().lt(new Decimal(10).pow(MOST_DIGITS)) ? result : null;
  } catch (error) {
    // The library throws for numbers beyond its range.
    if (error instanceof NoResult || (error instanceof Error && error.message.startsWith("[DecimalError]")))
      return null;
    throw error;
  }
}

type Given = (name: string) => Exclude<Known, null>;

function value(tree: Expression, names: Given): Result {
  switch (tree.type) {
    case "number":
      return new Decimal(tree.text);
    case "text":
      return tree.text;
    case "name":
      return names(tree.name);
    case "sign":
      return number(value(tree.of, names)).neg();
    case "operation":
      return operation(tree.op, value(tree.left, names), value(tree.right, names));
    case "call":
      return call(tree.name, tree.args, names);
  }
}

function number(result: Result): Decimal {
  if (result instanceof Decimal) return result;
  throw new NoResult();
}

function operation(op: Operator, left: Result, right: Result): Result {
  if (op === "=" || op === "==" || op === "!=" || op === "<>") {
    const same = left instanceof Decimal ? left.eq(number(right)) : left === right;
    return op === "=" || op === "==" ? same : !same;
  }
  const one = number(left);
  const other = number(right);
  switch (op) {
    case "+":
      return one.plus(other);
    case "-":
      return one.minus(other);
    case "*":
      return one.times(other);
    case "/":
      if (other.isZero()) throw new NoResult();
      return one.div(other);
    case "^":
      return power(one, other);
    case "<":
      return one.lt(other);
    case "<=":
      return one.lte(other);
    case ">":
      return one.gt(other);
    default:
      return one.gte(other);
  }
}

/** Whole exponents up to a hundred, as on the server. */
function power(base: Decimal, exponent: Decimal): Decimal {
  if (!exponent.isInteger() || exponent.abs().gt(MOST_POWER)) throw new NoResult();
  if (base.isZero() && exponent.isNegative()) throw new NoResult();
  return base.pow(exponent);
}

function call(name: FunctionName, args: Expression[], names: Given): Result {
  if (name === "IF") {
    const [test, then, otherwise] = args as [Expression, Expression, Expression];
    return value(value(test, names) === true ? then : otherwise, names);
  }
  const results = args.map((each) => value(each, names));
  if (name === "SUM" || name === "MIN" || name === "MAX") return over(name, results);
  const one = number(results[0] ?? "");
  if (name === "ABS") return one.abs();
  const other = number(results[1] ?? "");
  return name === "ROUND" ? round(one, other.toNumber()) : other.minus(one);
}

/** Over numbers and columns alike; an empty column is zero. */
function over(name: "SUM" | "MIN" | "MAX", results: Result[]): Decimal {
  const all = results.flatMap((each) => (Array.isArray(each) ? each : [number(each)]));
  const [first, ...rest] = all;
  if (first === undefined) return new Decimal(0);
  if (name === "SUM") return rest.reduce((sum, each) => sum.plus(each), first);
  return rest.reduce((best, each) => ((name === "MIN" ? each.lt(best) : each.gt(best)) ? each : best), first);
}

function round(value: Decimal, places: number): Decimal {
  const whole = Math.trunc(places);
  if (whole < 0 || whole > MOST_PLACES) throw new NoResult();
  return value.toDecimalPlaces(whole, 4);
}
