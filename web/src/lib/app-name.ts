import i18next from "i18next";
import type { Translate } from "./i18n";

const KNOWN = [
  "approval",
  "archive",
  "attendance",
  "customer",
  "customer-guard",
  "customercare",
  "ding",
  "foreign-task",
  "foreign-tasks",
  "handover",
  "mass",
  "material",
  "moment",
  "product",
  "report",
] as const;

/** The name of a built-in app in the reader's language, else the name it came with. */
export function appName(app: string, otherwise: string): string {
  const known = KNOWN.find((each) => each === app);
  return known ? (i18next.t as Translate)(`app.${known}`) : otherwise;
}
