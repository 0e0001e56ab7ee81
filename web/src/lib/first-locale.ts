import type { Locale } from "@/api/types";
import { readStored } from "./storage";

/** The language chosen on this device, else the browser's; an account's choice is applied after signing in. */
export function firstLocale(): Locale {
  const stored = readStored<Locale>("locale");
  if (stored === "zh-CN" || stored === "en-US") return stored;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en-US";
}
