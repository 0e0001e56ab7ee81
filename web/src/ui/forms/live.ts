import type { DateRange, Field, FieldValue, FormValues, Row } from "@/api/form-types";
import { type Fact, type Facts, holds } from "./condition";
import { dayNumber, lengthUnit, rangeLength } from "./dates";
import { Decimal, readDecimal, rounded } from "./decimals";
import { evaluate, type Known } from "./evaluate";
import { type Expression, ExpressionError, namesIn, parseExpression } from "./expression";
import { type FormulaType, formulaNames, requireNumber } from "./formula-types";

interface Formula {
  tree: Expression;
  names: Map<string, FormulaType>;
}

/** The formulas of one list of fields: read and checked once for a form, not at every key. */
const read = new WeakMap<readonly Field[], Map<string, Formula | null>>();

function formulaOf(form: readonly Field[], table: string | null, field: Field): Formula | null {
  const known = read.get(form) ?? new Map<string, Formula | null>();
  read.set(form, known);
  const key = `${table ?? ""}.${field.key}`;
  let formula = known.get(key);
  if (formula === undefined) {
    formula = readFormula(form, table, field.expression ?? "");
    known.set(key, formula);
  }
  return formula;
}

/** A formula that cannot be read has no value; the designer says what is wrong with it. */
function readFormula(form: readonly Field[], table: string | null, expression: string): Formula | null {
  try {
    const types = formulaNames(form, table);
    const tree = parseExpression(expression);
    requireNumber(tree, (name) => types.get(name) ?? null);
    return { tree, names: new Map(namesIn(tree).map(({ name }) => [name, types.get(name) ?? "NUMBER"])) };
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
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
    private readonly table: string | null = null,
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
    const scopes = Array.isArray(rows) ? (rows as Row[]).map((row) => new LiveForm(columns, row, this, key)) : [];
    this.rowScopes.set(key, scopes);
    return scopes;
  }

  /** The sum of a column over the rows that say something. */
  total(table: string, column: string): Decimal | null {
    const numbers = this.column(table, column);
    return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum.plus(each), new Decimal(0));
  }

  readonly facts: Facts = (subject) => {
    const [key = "", part] = subject.split(".");
    const field = this.byKey.get(key);
    if (!field) return this.parent?.facts(subject) ?? null;
    if (part === undefined) return factOf(field, this.value(key));
    if (field.kind === "TABLE") return this.columnFact(key, part);
    if (field.kind !== "DATE_RANGE") return null;
    const range = this.value(key) as DateRange | undefined;
    return quantity(dayNumber(part === "from" ? range?.from : range?.to));
  };

  private column(table: string, column: string): Decimal[] {
    return this.rows(table).flatMap((row) => {
      const fact = row.facts(column);
      return fact && "quantity" in fact ? [fact.quantity] : [];
    });
  }

  /** Sums of quantities, all words together; nothing when no row has any. */
  private columnFact(table: string, column: string): Fact | null {
    const sum = this.total(table, column);
    if (sum !== null) return { quantity: sum };
    const words = this.rows(table).flatMap((row) => {
      const fact = row.facts(column);
      return fact && "words" in fact ? [...fact.words] : [];
    });
    return words.length === 0 ? null : { words: new Set(words) };
  }

  private formula(field: Field): string | undefined {
    const formula = formulaOf(this.parent?.fields ?? this.fields, this.table, field);
    const given = formula && this.given(formula.names);
    if (!formula || !given) return undefined;
    const result = evaluate(formula.tree, (name) => given.get(name) ?? new Decimal(0));
    return result ? rounded(result, field.decimals ?? 2) : undefined;
  }

  /** A missing number counts as zero; null when all numbers are missing, or a day. */
  private given(names: ReadonlyMap<string, FormulaType>): Map<string, Exclude<Known, null>> | null {
    const given = new Map<string, Exclude<Known, null>>();
    let numbers = false;
    let found = false;
    for (const [name, type] of names) {
      const known = this.known(name, type);
      if (type === "DAY" && known === null) return null;
      if (type === "TEXT") given.set(name, known ?? "");
      else if (type === "DAY") given.set(name, known ?? "");
      else {
        numbers = true;
        found ||= Array.isArray(known) ? known.length > 0 : known !== null;
        given.set(name, known ?? (type === "COLUMN" ? [] : new Decimal(0)));
      }
    }
    return numbers && !found ? null : given;
  }

  private known(name: string, type: FormulaType): Known {
    if (type === "COLUMN") {
      const [table = "", column = ""] = name.split(".");
      return (this.parent ?? this).column(table, column);
    }
    const fact = this.facts(name);
    if (fact === null) return null;
    return "quantity" in fact ? fact.quantity : ([...fact.words][0] ?? null);
  }

  private range(field: Field): DateRange | undefined {
    const range = this.values[field.key] as DateRange | undefined;
    if (!range?.from || !range.to) return range;
    const length = rangeLength(range, field.precision ?? "DAY", lengthUnit(field));
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
    case "TABLE":
      return quantity((value as Row[]).length);
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
