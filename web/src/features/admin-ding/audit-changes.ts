import i18next from "i18next";
import type { Translate } from "@/lib/i18n";
import type { AuditEntry } from "./use-ding";

interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

const SHOWN = 4;

/** "auth.secret" → "authSecret". */
function camel(path: string): string {
  return path.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The name of a setting as its form calls it; what no form names is called as it is stored. */
function nameOf(t: Translate, field: string): string {
  const words = camel(field.replace(/^callback\./, ""));
  const last = field.slice(field.lastIndexOf(".") + 1);
  const known = [
    `dingAdmin.auditField.${words}`,
    `dingAdmin.quota.${words}`,
    `notice.field.${words}`,
    `notice.field.${last}`,
  ].find((key) => i18next.exists(key));
  return known ? t(known as "dingAdmin.auditField.enabled") : field;
}

function shown(t: Translate, value: string | null): string {
  if (value === null || value === "") return t("dingAdmin.auditNothing");
  if (value === "true") return t("dingAdmin.auditYes");
  if (value === "false") return t("dingAdmin.auditNo");
  return value;
}

/** A list or an object says nothing in a line; a value that is not told is only named. */
function isPlain({ before, after }: Change): boolean {
  return (before !== null || after !== null) && ![before, after].some((value) => value?.startsWith("["));
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

/** What tells one connection from another; all of it would be a page. */
const TELLING = ["host", "url", "username", "systemId", "from", "mailbox.host"];

function connected(t: Translate, changes: Change[]): string[] {
  return TELLING.flatMap((field) => changes.filter((change) => change.field === field && change.after)).map((change) =>
    t("dingAdmin.auditIs", { name: nameOf(t, change.field), value: change.after }),
  );
}

/** What an entry changed: "Server: a → b", the first few, then how many more. */
export function changesOf(t: Translate, { detail }: Pick<AuditEntry, "detail">): string[] {
  if (detail.channel && detail.after === undefined) return [];
  if (detail.channel && detail.before === undefined) return connected(t, listOf<Change>(detail.changes));
  const changes = listOf<Change>(detail.changes).map((change) =>
    isPlain(change)
      ? t("dingAdmin.auditChange", {
          name: nameOf(t, change.field),
          before: shown(t, change.before),
          after: shown(t, change.after),
        })
      : t("dingAdmin.auditChanged", { name: nameOf(t, change.field) }),
  );
  const secrets = listOf<string>(detail.secrets).map((name) => t("dingAdmin.auditChanged", { name: nameOf(t, name) }));
  const all = [...changes, ...secrets];
  return all.length > SHOWN ? [...all.slice(0, SHOWN), t("dingAdmin.auditMore", { count: all.length - SHOWN })] : all;
}
