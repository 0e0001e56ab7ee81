/** What a formula says, as a tree. Only these shapes exist: nothing a person writes can call code. */
export type Expression =
  | { type: "number"; text: string }
  | { type: "text"; text: string }
  | { type: "name"; name: string; at: number }
  | { type: "sign"; of: Expression; at: number }
  | { type: "operation"; op: Operator; left: Expression; right: Expression; at: number }
  | { type: "call"; name: FunctionName; args: Expression[]; at: number };

export const FUNCTIONS = {
  IF: [3, 3],
  MIN: [1, 99],
  MAX: [1, 99],
  SUM: [1, 99],
  ROUND: [2, 2],
  ABS: [1, 1],
  DAYS: [2, 2],
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

const PRECEDENCE = {
  "=": 7,
  "==": 7,
  "!=": 7,
  "<>": 7,
  "<": 10,
  "<=": 10,
  ">": 10,
  ">=": 10,
  "+": 20,
  "-": 20,
  "*": 30,
  "/": 30,
  "^": 40,
} as const;
export type Operator = keyof typeof PRECEDENCE;
const SIGN = 60;
const MOST_LETTERS = 1000;
const MOST_DEPTH = 50;

export type ExpressionFlaw =
  | "EMPTY"
  | "TOO_LONG"
  | "UNEXPECTED"
  | "END"
  | "FUNCTION"
  | "ARGUMENTS"
  | "DEPTH"
  | "TYPE"
  | "NAME";

export class ExpressionError extends Error {
  constructor(
    readonly flaw: ExpressionFlaw,
    /** Place in the text, counted from 0. */
    readonly at: number,
    readonly what = "",
  ) {
    super(`${flaw} at ${at}: ${what}`);
  }
}

interface Token {
  type: "number" | "text" | "word" | "operator" | "end";
  text: string;
  at: number;
}

const TOKEN =
  /\s*(?:(?<number>\d{1,20}(?:\.\d{1,10})?(?![\d.]))|(?<text>"[^"]*")|(?<word>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)?)|(?<operator><=|>=|<>|!=|==|[-+*/^()<>=,]))/y;

function tokens(source: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = source.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match?.groups) {
      const at = from + (source.slice(from).match(/^\s*/)?.[0].length ?? 0);
      throw new ExpressionError("UNEXPECTED", at, source[at]);
    }
    for (const type of ["number", "text", "word", "operator"] as const) {
      const text = match.groups[type];
      if (text !== undefined) found.push({ type, text, at: TOKEN.lastIndex - text.length });
    }
  }
  return [...found, { type: "end", text: "", at: end }];
}

class Parser {
  private place = 0;

  constructor(private readonly list: Token[]) {}

  whole(): Expression {
    const tree = this.expression(0);
    const rest = this.peek();
    if (rest.type !== "end") throw new ExpressionError("UNEXPECTED", rest.at, rest.text);
    return tree;
  }

  private peek(): Token {
    return this.list[this.place] as Token;
  }

  private next(): Token {
    const token = this.peek();
    if (token.type === "end") throw new ExpressionError("END", token.at);
    this.place++;
    return token;
  }

  private expression(least: number): Expression {
    let left = this.operand();
    for (let op = this.operator(); op !== null && PRECEDENCE[op] > least; op = this.operator()) {
      const { at } = this.next();
      // A power binds from the right: 2^3^2 is 2^9.
      const right = this.expression(op === "^" ? PRECEDENCE[op] - 1 : PRECEDENCE[op]);
      left = { type: "operation", op, left, right, at };
    }
    return left;
  }

  private operator(): Operator | null {
    const { type, text } = this.peek();
    return type === "operator" && text in PRECEDENCE ? (text as Operator) : null;
  }

  private operand(): Expression {
    const token = this.next();
    if (token.type === "number") return { type: "number", text: token.text };
    if (token.type === "text") return { type: "text", text: token.text.slice(1, -1) };
    if (token.type === "word") return this.named(token);
    if (token.text === "-") return { type: "sign", of: this.expression(SIGN), at: token.at };
    if (token.text !== "(") throw new ExpressionError("UNEXPECTED", token.at, token.text);
    const inner = this.expression(0);
    this.take(")");
    return inner;
  }

  private named({ text, at }: Token): Expression {
    if (this.peek().text !== "(") return { type: "name", name: text, at };
    const name = text.toUpperCase();
    if (!Object.hasOwn(FUNCTIONS, name)) throw new ExpressionError("FUNCTION", at, text);
    this.place++;
    const args: Expression[] = [];
    if (this.peek().text !== ")") {
      do args.push(this.expression(0));
      while (this.comma());
    }
    this.take(")");
    const [least, most] = FUNCTIONS[name as FunctionName];
    if (args.length < least || args.length > most) throw new ExpressionError("ARGUMENTS", at, name);
    return { type: "call", name: name as FunctionName, args, at };
  }

  private comma(): boolean {
    if (this.peek().text !== ",") return false;
    this.place++;
    return true;
  }

  private take(text: string) {
    const token = this.next();
    if (token.text !== text) throw new ExpressionError("UNEXPECTED", token.at, token.text);
  }
}

/** Reads a formula; throws an `ExpressionError` that says what is wrong where. */
export function parseExpression(source: string): Expression {
  if (source.trim() === "") throw new ExpressionError("EMPTY", 0);
  if (source.length > MOST_LETTERS) throw new ExpressionError("TOO_LONG", MOST_LETTERS);
  const tree = new Parser(tokens(source)).whole();
  if (depthOf(tree) > MOST_DEPTH) throw new ExpressionError("DEPTH", 0);
  return tree;
}

function depthOf(tree: Expression): number {
  switch (tree.type) {
    case "sign":
      return 1 + depthOf(tree.of);
    case "operation":
      return 1 + Math.max(depthOf(tree.left), depthOf(tree.right));
    case "call":
      return 1 + Math.max(0, ...tree.args.map(depthOf));
    default:
      return 0;
  }
}

/** Every name a formula asks for, with the place where it stands. */
export function namesIn(tree: Expression): { name: string; at: number }[] {
  switch (tree.type) {
    case "name":
      return [{ name: tree.name, at: tree.at }];
    case "sign":
      return namesIn(tree.of);
    case "operation":
      return [...namesIn(tree.left), ...namesIn(tree.right)];
    case "call":
      return tree.args.flatMap(namesIn);
    default:
      return [];
  }
}
