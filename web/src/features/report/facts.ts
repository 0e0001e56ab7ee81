import type { Field, FormDefinition, FormValues } from "@/api/form-types";
import type { ReportFacts } from "@/api/report-types";
import type { Translate } from "@/lib/i18n";

/** One line for each thing that happened at all. */
export function factLines(t: Translate, facts: ReportFacts): string[] {
  return (["messages", "approvalsDecided", "approvalsSubmitted"] as const)
    .filter((name) => facts[name] > 0)
    .map((name) => t(`report.facts.${name}`, { count: facts[name] }));
}

/** Where a sentence about the day belongs: the first long text, which asks what was done. */
export function factField(form: FormDefinition): Field | null {
  return form.fields.find((field) => field.kind === "LONG_TEXT") ?? null;
}

/** Adds lines below what stands there; those that stand there already are not added again. */
export function withLines(values: FormValues, key: string, lines: readonly string[]): FormValues {
  const before = typeof values[key] === "string" ? (values[key] as string) : "";
  const fresh = lines.filter((line) => !before.includes(line));
  if (fresh.length === 0) return values;
  return { ...values, [key]: [before.trimEnd(), ...fresh].filter((line) => line !== "").join("\n") };
}
