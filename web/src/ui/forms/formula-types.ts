import type { Field } from "@/api/form-types";
import { type Expression, ExpressionError, type FunctionName, type Operator } from "./expression";

/** What a part of a formula is. A column is a list of numbers, only for SUM, MIN and MAX. */
export type FormulaType = "NUMBER" | "TEXT" | "TRUTH" | "DAY" | "COLUMN";
export type TypeOf = (name: string) => FormulaType | null;

/** The type of every name that a formula may use; in a row of a table its own columns come first. */
export function formulaNames(fields: readonly Field[], table: string | null): Map<string, FormulaType> {
  const names = new Map<string, FormulaType>();
  for (const field of fields) {
    const type = typeOfField(field);
    if (type) names.set(field.key, type);
    if (field.kind === "DATE_RANGE") for (const end of ["from", "to"]) names.set(`${field.key}.${end}`, "DAY");
    if (field.kind === "TABLE")
      for (const column of field.columns ?? [])
        if (typeOfField(column) === "NUMBER") names.set(`${field.key}.${column.key}`, "COLUMN");
  }
  for (const column of fields.find((field) => field.key === table)?.columns ?? []) {
    const type = typeOfField(column);
    if (type) names.set(column.key, type);
  }
  return names;
}

function typeOfField(field: Field): FormulaType | null {
  switch (field.kind) {
    case "NUMBER":
    case "AMOUNT":
    case "FORMULA":
    case "RATING":
    case "DATE_RANGE":
    case "TABLE":
      return "NUMBER";
    case "DATE":
      return "DAY";
    case "CHOICE":
    case "TEXT":
      return "TEXT";
    default:
      return null;
  }
}

/** Throws an `ExpressionError` when a part does not fit its place or the whole is no number. */
export function requireNumber(tree: Expression, types: TypeOf) {
  require(typeOf(tree, types) === "NUMBER", tree);
}

function require(right: boolean, tree: Expression) {
  if (!right) throw new ExpressionError("TYPE", "at" in tree ? tree.at : 0, wordOf(tree));
}

function wordOf(tree: Expression): string {
  switch (tree.type) {
    case "number":
    case "text":
      return tree.text;
    case "name":
    case "call":
      return tree.name;
    case "sign":
      return "-";
    case "operation":
      return tree.op;
  }
}

function typeOf(tree: Expression, types: TypeOf): FormulaType {
  switch (tree.type) {
    case "number":
      return "NUMBER";
    case "text":
      return "TEXT";
    case "name": {
      const type = types(tree.name);
      if (type === null) throw new ExpressionError("NAME", tree.at, tree.name);
      return type;
    }
    case "sign":
      require(typeOf(tree.of, types) === "NUMBER", tree);
      return "NUMBER";
    case "operation":
      return operationType(tree.op, tree, types);
    case "call":
      return callType(tree.name, tree, types);
  }
}

function operationType(op: Operator, tree: Expression & { type: "operation" }, types: TypeOf): FormulaType {
  const left = typeOf(tree.left, types);
  const right = typeOf(tree.right, types);
  if ("+-*/^".includes(op)) {
    require(left === "NUMBER", tree.left);
    require(right === "NUMBER", tree.right);
    return "NUMBER";
  }
  const order = op.startsWith("<") && op !== "<>" ? true : op.startsWith(">");
  require(left === right && left !== "COLUMN" && !(order && left === "TEXT"), tree);
  return "TRUTH";
}

function callType(name: FunctionName, tree: Expression & { type: "call" }, types: TypeOf): FormulaType {
  const parts = tree.args.map((each) => typeOf(each, types));
  if (name === "IF") {
    require(parts[0] === "TRUTH" && parts[1] === parts[2] && parts[1] !== "COLUMN", tree);
    return parts[1] ?? "NUMBER";
  }
  const wanted =
    name === "DAYS" ? ["DAY"] : name === "SUM" || name === "MIN" || name === "MAX" ? ["NUMBER", "COLUMN"] : ["NUMBER"];
  for (const [index, part] of parts.entries()) require(wanted.includes(part), tree.args[index] ?? tree);
  return "NUMBER";
}
