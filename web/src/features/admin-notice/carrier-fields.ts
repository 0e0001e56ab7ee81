import type words from "@/i18n/zh/notice.json";
import type { CarrierKind, FailReason, Settings } from "./use-notice";

type Words = typeof words;

export type Input = "text" | "area" | "secret" | "number" | "switch" | "choice" | "pairs" | "reasons" | "tags";

export interface Field {
  /** Where it stands in the settings, as the server names it in a refusal: "auth.secret". */
  path: string;
  /** Part of the key of its name: notice.field.<word>. */
  word: keyof Words["field"];
  input: Input;
  need?: boolean;
  /** Among what hardly anybody changes. */
  rare?: boolean;
  options?: readonly (keyof Words["choice"])[];
  /** What the server takes when it is left open. */
  usual?: string | number;
  min?: number;
  max?: number;
  /** Part of the key of a sentence below it: notice.help.<help>. */
  help?: keyof Words["help"];
  /** A secret that goes with this field: when that one is emptied, so is the secret. */
  with?: string;
  /** The value of `with` that means "none", when it is not empty. */
  none?: string;
}

const HOST: Field = { path: "host", word: "host", input: "text", need: true, max: 253, help: "host" };
const PORT: Field = { path: "port", word: "port", input: "number", min: 1, max: 65_535 };

const SMTP: readonly Field[] = [
  HOST,
  { path: "security", word: "security", input: "choice", options: ["STARTTLS", "TLS", "NONE"], help: "security" },
  { ...PORT, help: "smtpPort" },
  { path: "username", word: "username", input: "text", max: 254, help: "smtpUser" },
  { path: "password", word: "password", input: "secret", max: 500, with: "username" },
  { path: "from", word: "from", input: "text", need: true, max: 254, help: "from" },
  { path: "fromName", word: "fromName", input: "text", max: 100 },
  { path: "bounceAddress", word: "bounceAddress", input: "text", max: 254, rare: true, help: "bounceAddress" },
  { path: "mailbox.host", word: "mailboxHost", input: "text", max: 253, rare: true, help: "mailbox" },
  {
    path: "mailbox.security",
    word: "mailboxSecurity",
    input: "choice",
    options: ["TLS", "STARTTLS", "NONE"],
    rare: true,
  },
  { path: "mailbox.port", word: "mailboxPort", input: "number", min: 1, max: 65_535, rare: true, help: "mailboxPort" },
  { path: "mailbox.username", word: "mailboxUsername", input: "text", max: 254, rare: true },
  { path: "mailbox.password", word: "mailboxPassword", input: "secret", max: 500, with: "mailbox.host", rare: true },
];

const SMPP: readonly Field[] = [
  HOST,
  { ...PORT, usual: 2775 },
  { path: "tls", word: "tls", input: "switch" },
  { path: "systemId", word: "systemId", input: "text", need: true, max: 15, help: "systemId" },
  { path: "password", word: "password", input: "secret", max: 8 },
  { path: "signature", word: "signature", input: "text", max: 30, help: "signature" },
  { path: "sourceAddress", word: "sourceAddress", input: "text", max: 20, help: "sourceAddress" },
  { path: "numbers", word: "numbers", input: "choice", options: ["INTERNATIONAL", "NATIONAL"], help: "numbers" },
  { path: "systemType", word: "systemType", input: "text", max: 12, rare: true, help: "systemType" },
  { path: "encoding", word: "encoding", input: "choice", options: ["AUTO", "UCS2"], rare: true },
  {
    path: "receiptIds",
    word: "receiptIds",
    input: "choice",
    options: ["SAME", "DECIMAL"],
    rare: true,
    help: "receiptIds",
  },
  { path: "windowSize", word: "windowSize", input: "number", usual: 10, min: 1, max: 50, rare: true },
  { path: "sourceTon", word: "sourceTon", input: "number", min: 0, max: 6, rare: true },
  { path: "sourceNpi", word: "sourceNpi", input: "number", min: 0, max: 18, rare: true, help: "ton" },
  { path: "destTon", word: "destTon", input: "number", min: 0, max: 6, rare: true },
  { path: "destNpi", word: "destNpi", input: "number", min: 0, max: 18, rare: true, help: "ton" },
];

const HTTP_SMS: readonly Field[] = [
  { path: "url", word: "url", input: "text", need: true, max: 1000, help: "url" },
  { path: "method", word: "method", input: "choice", options: ["POST", "PUT", "GET"] },
  { path: "contentType", word: "contentType", input: "text", usual: "application/json", max: 100 },
  { path: "body", word: "body", input: "area", max: 8000, help: "body" },
  { path: "signature", word: "signature", input: "text", max: 30, help: "signature" },
  { path: "auth.type", word: "authType", input: "choice", options: ["NONE", "BASIC", "BEARER", "HMAC_SHA256"] },
  { path: "auth.user", word: "authUser", input: "text", max: 200 },
  { path: "auth.secret", word: "authSecret", input: "secret", max: 1000, with: "auth.type", none: "NONE" },
  { path: "idPointer", word: "idPointer", input: "text", max: 200, help: "idPointer" },
  { path: "success.pointer", word: "successPointer", input: "text", max: 200, help: "successPointer" },
  { path: "success.equals", word: "successEquals", input: "text", max: 200 },
  { path: "auth.message", word: "authMessage", input: "area", max: 1000, rare: true, help: "authMessage" },
  { path: "auth.form", word: "authForm", input: "choice", options: ["HEX", "BASE64"], rare: true },
  { path: "headers", word: "headers", input: "pairs", rare: true },
  { path: "success.from", word: "successFrom", input: "number", usual: 200, min: 200, max: 399, rare: true },
  { path: "success.to", word: "successTo", input: "number", usual: 299, min: 200, max: 399, rare: true },
  { path: "errorPointer", word: "errorPointer", input: "text", max: 200, rare: true },
  { path: "errors", word: "errors", input: "reasons", rare: true, help: "errors" },
  { path: "intranet", word: "intranet", input: "switch", rare: true, help: "intranet" },
  { path: "callback.list", word: "callbackList", input: "text", max: 200, rare: true, help: "callback" },
  { path: "callback.receipt.reference", word: "receiptReference", input: "text", max: 200, rare: true },
  { path: "callback.receipt.state", word: "receiptState", input: "text", max: 200, rare: true },
  { path: "callback.receipt.delivered", word: "receiptDelivered", input: "tags", rare: true },
  { path: "callback.receipt.failed", word: "receiptFailed", input: "reasons", rare: true, help: "receiptFailed" },
  { path: "callback.reply.from", word: "replyFrom", input: "text", max: 200, rare: true },
  { path: "callback.reply.text", word: "replyText", input: "text", max: 200, rare: true },
  { path: "callback.answer", word: "callbackAnswer", input: "text", max: 500, rare: true },
];

const SIP: readonly Field[] = [
  HOST,
  { ...PORT, usual: 5060 },
  { path: "transport", word: "transport", input: "choice", options: ["UDP", "TCP"] },
  { path: "username", word: "username", input: "text", max: 200 },
  { path: "password", word: "password", input: "secret", max: 200, with: "username" },
  { path: "callerId", word: "callerId", input: "text", max: 64, help: "callerId" },
  { path: "stripPrefix", word: "stripPrefix", input: "text", max: 16, help: "stripPrefix" },
  { path: "dialPrefix", word: "dialPrefix", input: "text", max: 16, help: "dialPrefix" },
  { path: "ringSeconds", word: "ringSeconds", input: "number", usual: 45, min: 5, max: 120 },
  { path: "maxCalls", word: "maxCalls", input: "number", usual: 5, min: 1, max: 20, help: "maxCalls" },
  { path: "domain", word: "domain", input: "text", max: 253, rare: true, help: "domain" },
  { path: "outboundProxy", word: "outboundProxy", input: "text", max: 260, rare: true, help: "outboundProxy" },
  { path: "voiceZh", word: "voiceZh", input: "text", usual: "cmn", max: 60, rare: true },
  { path: "voiceEn", word: "voiceEn", input: "text", usual: "en", max: 60, rare: true, help: "voice" },
  { path: "localAddress", word: "localAddress", input: "text", max: 45, rare: true, help: "localAddress" },
  { path: "rtpPorts.from", word: "rtpFrom", input: "number", usual: 20_000, min: 1024, max: 65_535, rare: true },
  {
    path: "rtpPorts.to",
    word: "rtpTo",
    input: "number",
    usual: 20_199,
    min: 1024,
    max: 65_535,
    rare: true,
    help: "rtp",
  },
];

const FIELDS: Partial<Record<CarrierKind, readonly Field[]>> = { SMTP, SMPP, HTTP_SMS, SIP };

/** What a form asks for; nothing for carriers that need no settings. */
export function fieldsOf(kind: CarrierKind): readonly Field[] {
  return FIELDS[kind] ?? [];
}

/** Whether a field means anything beside the others. */
export function applies({ path }: Field, values: Record<string, unknown>): boolean {
  const auth = values["auth.type"];
  switch (path) {
    case "body":
    case "contentType":
      return values.method !== "GET";
    case "mailbox.security":
    case "mailbox.port":
    case "mailbox.username":
    case "mailbox.password":
      return !isOpen(values["mailbox.host"]);
    case "auth.user":
      return auth === "BASIC";
    case "auth.secret":
      return auth !== "NONE";
    case "auth.message":
    case "auth.form":
      return auth === "HMAC_SHA256";
    default:
      return true;
  }
}

/** Values of `errors` and `callback.receipt.failed` in the settings of an HTTP gateway. */
export const ERROR_MEANINGS: readonly (FailReason | "LATER")[] = [
  "LATER",
  "INVALID_ADDRESS",
  "REFUSED",
  "NO_ROUTE",
  "NOT_DELIVERED",
  "GAVE_UP",
];

/** A new gateway begins with the shape that most take. */
const FRESH: Partial<Record<CarrierKind, Settings>> = {
  SMTP: { security: "STARTTLS", mailbox: { security: "TLS" } },
  SMPP: { numbers: "INTERNATIONAL", encoding: "AUTO", receiptIds: "SAME" },
  HTTP_SMS: {
    method: "POST",
    body: '{"phone": "{{phone}}", "text": "{{text}}", "id": "{{reference}}"}',
    auth: { type: "NONE", form: "HEX" },
  },
  SIP: { transport: "UDP" },
};

export interface Pair {
  name: string;
  value: string;
}

function at(settings: Settings, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | null | undefined)?.[name], settings);
}

function put(into: Settings, path: string, value: unknown) {
  const names = path.split(".");
  const last = names.pop() as string;
  let node = into;
  for (const name of names) {
    node[name] ??= {};
    node = node[name] as Settings;
  }
  node[last] = value;
}

/** What the form shows: one flat value for each field, by its path. Secrets are never there. */
export function valuesOf(kind: CarrierKind, settings: Settings | null): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf(kind)) {
    const value = at(settings ?? FRESH[kind] ?? {}, field.path);
    if (field.input === "secret" || value === null || value === undefined) continue;
    values[field.path] =
      field.input === "pairs" || field.input === "reasons"
        ? Object.entries(value as Record<string, string>).map(([name, each]): Pair => ({ name, value: each }))
        : value;
  }
  return values;
}

function isOpen(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** What is sent: only what was filled in. A secret that is left open stays as it is, unless what it belongs to is gone. */
export function settingsOf(kind: CarrierKind, values: Record<string, unknown>): Settings {
  const settings: Settings = {};
  for (const field of fieldsOf(kind)) {
    const value = values[field.path];
    if (field.input === "secret") {
      const owner = field.with === undefined ? "always" : values[field.with];
      if (isOpen(owner) && field.path.includes(".")) continue; // the whole part is gone
      if (isOpen(owner) || owner === field.none) put(settings, field.path, "");
      else if (!isOpen(value)) put(settings, field.path, value);
    } else if (!isOpen(value) && applies(field, values)) {
      put(settings, field.path, sent(field, value));
    }
  }
  return settings;
}

function sent(field: Field, value: unknown): unknown {
  if (field.input !== "pairs" && field.input !== "reasons") return value;
  const pairs = (value as Partial<Pair>[]).filter((pair) => pair?.name?.trim());
  return Object.fromEntries(pairs.map(({ name = "", value: each = "" }) => [name.trim(), each]));
}

/** The field that a refusal names; a part like "rtpPorts" means its first field. */
export function refusedField(kind: CarrierKind, name: string): Field | undefined {
  const fields = fieldsOf(kind);
  return (
    fields.find(({ path }) => path === name) ??
    fields.find(({ path }) => path.startsWith(`${name}.`)) ??
    fields.find(({ path }) => name.startsWith(`${path}.`))
  );
}
