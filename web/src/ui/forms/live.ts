import type { DateRange, Field, FieldValue, FormValues, Row } from "@/api/form-types";
import { type Fact, type Facts, holds } from "./condition";
import { dayNumber, rangeLength } from "./dates";
import { Decimal, readDecimal, rounded } from "./decimals";
import { evaluate, type Known } from "./evaluate";
import { type Expression, parseExpression } from "./expression";

const parsed = new Map<string, Expression | null>();

function tree(expression: string): Expression | null {
  let found = parsed.get(expression);
  if (found === undefined) {
    try {
      found = parseExpression(expression);
    } catch {
      // A formula that cannot be read has no value; the designer says what is wrong with it.
      found = null;
    }
    if (parsed.size > 500) parsed.clear();
    parsed.set(expression, found);
  }
  return found;
}

/**
 * A form while it is being filled in: which fields show and what the computed ones say. Everything is computed when it is asked
 * for and once; what would depend on itself counts as missing. A row of a table is a scope within the form's.
 */
export class LiveForm {
  private readonly byKey: Map<string, Field>;
  private readonly seen = new Map<string, boolean>();
  private readonly computed = new Map<string, FieldValue | undefined>();
  private readonly rowScopes = new Map<string, LiveForm[]>();

  constructor(
    readonly fields: readonly Field[],
    private readonly values: FormValues | Row,
    private readonly parent: LiveForm | null = null,
  ) {
    this.byKey = new Map(fields.map((field) => [field.key, field]));
  }

  visible(key: string): boolean {
    const field = this.byKey.get(key);
    if (!field) return false;
    const known = this.seen.get(key);
    if (known !== undefined) return known;
    this.seen.set(key, false);
    const shown = !field.visibleIf || field.visibleIf.any.length === 0 || holds(field.visibleIf, this.facts);
    this.seen.set(key, shown);
    return shown;
  }

  /** Hidden is empty. */
  value(key: string): FieldValue | undefined {
    const field = this.byKey.get(key);
    if (!field || !this.visible(key)) return undefined;
    if (field.kind !== "FORMULA" && field.kind !== "DATE_RANGE") return this.values[key];
    if (this.computed.has(key)) return this.computed.get(key);
    this.computed.set(key, undefined);
    const result = field.kind === "FORMULA" ? this.formula(field) : this.range(field);
    this.computed.set(key, result);
    return result;
  }

  rows(key: string): LiveForm[] {
    const known = this.rowScopes.get(key);
    if (known) return known;
    const rows = this.value(key);
    const columns = this.byKey.get(key)?.columns ?? [];
    const scopes = Array.isArray(rows) ? (rows as Row[]).map((row) => new LiveForm(columns, row, this)) : [];
    this.rowScopes.set(key, scopes);
    return scopes;
  }

  /** The sum of a column over the rows that say something. */
  total(table: string, column: string): Decimal | null {
    const numbers = this.column(table, column);
    return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum.plus(each), new Decimal(0));
  }

  readonly facts: Facts = (subject) => {
    const [table = "", column] = subject.split(".");
    if (column !== undefined && this.byKey.get(table)?.kind === "TABLE") {
      const sum = this.total(table, column);
      return sum === null ? null : { quantity: sum };
    }
    const field = this.byKey.get(subject);
    return field ? factOf(field, this.value(subject)) : (this.parent?.facts(subject) ?? null);
  };

  private column(table: string, column: string): Decimal[] {
    return this.rows(table).flatMap((row) => row.quantity(column) ?? []);
  }

  private quantity(key: string): Decimal | null {
    const fact = this.facts(key);
    return fact && "quantity" in fact ? fact.quantity : null;
  }

  private formula(field: Field): string | undefined {
    const expression = tree(field.expression ?? "");
    const result = expression && evaluate(expression, (name) => this.known(name));
    return result ? rounded(result, field.decimals ?? 2) : undefined;
  }

  private known(name: string): Known {
    const [table = "", column] = name.toLowerCase().split(".");
    if (column !== undefined) return this.parent ? this.parent.known(name) : this.column(table, column);
    const fact = this.facts(table);
    if (fact === null) return null;
    return "quantity" in fact ? fact.quantity : ([...fact.words][0] ?? null);
  }

  private range(field: Field): DateRange | undefined {
    const range = this.values[field.key] as DateRange | undefined;
    if (!range?.from || !range.to) return range;
    const length = rangeLength(range, field.precision ?? "DAY", field.length ?? "DAYS");
    return length === null ? range : { ...range, length };
  }
}

export function isEmpty(value: FieldValue | null | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.values(value).every((each) => each === "" || each == null);
}

function factOf(field: Field, value: FieldValue | undefined): Fact | null {
  if (isEmpty(value)) return null;
  switch (field.kind) {
    case "NUMBER":
    case "AMOUNT":
    case "FORMULA":
    case "RATING":
      return quantity(readDecimal(value));
    case "DATE":
      return quantity(dayNumber(value));
    case "DATE_RANGE":
      return quantity(readDecimal((value as DateRange).length));
    default:
      return words(value);
  }
}

function quantity(value: Decimal | number | null): Fact | null {
  return value === null ? null : { quantity: new Decimal(value) };
}

function words(value: FieldValue | undefined): Fact {
  if (Array.isArray(value)) return { words: new Set(value.map((each) => String(each))) };
  if (typeof value === "object") return { words: new Set(["name" in value ? String(value.name) : ""]) };
  return { words: new Set([String(value)]) };
}
