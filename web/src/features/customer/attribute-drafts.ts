import type { Field, FormDefinition } from "@/api/form-types";
import type { Translate } from "@/lib/i18n";

export const ATTRIBUTE_SORTS = ["TEXT", "NUMBER", "DATE", "CHOICE", "CHOICES", "YES_NO"] as const;
export type AttributeSort = (typeof ATTRIBUTE_SORTS)[number];

/** An attribute while it is edited; choices by their labels, ids stay where labels do. */
export interface AttributeDraft {
  key: string;
  label: string;
  sort: AttributeSort;
  options: { id: string; label: string }[];
}

const YES = "yes";
const NO = "no";

function isYesNo({ kind, options }: Field): boolean {
  return kind === "CHOICE" && options?.length === 2 && options[0]?.id === YES && options[1]?.id === NO;
}

export function draftsOf({ fields }: FormDefinition): AttributeDraft[] {
  return fields.map((field) => ({
    key: field.key,
    label: field.label,
    sort: isYesNo(field) ? "YES_NO" : (field.kind as AttributeSort),
    options: isYesNo(field) ? [] : (field.options ?? []),
  }));
}

/** Yes or no is a choice of two; for the rest the form's own kinds. */
export function fieldsOf(drafts: AttributeDraft[], t: Translate): Field[] {
  return drafts.map(({ key, label, sort, options }) => {
    const named = { key, label: label.trim() };
    if (sort === "YES_NO") {
      const both = [
        { id: YES, label: t("customer.settings.yes") },
        { id: NO, label: t("customer.settings.no") },
      ];
      return { ...named, kind: "CHOICE", options: both };
    }
    if (sort === "CHOICE" || sort === "CHOICES") return { ...named, kind: sort, options };
    return { ...named, kind: sort };
  });
}

/** Options by their labels: a label that stays keeps its id, so that values keep their meaning. */
export function optionsOf(labels: string[], before: { id: string; label: string }[]): { id: string; label: string }[] {
  const taken = new Set(before.map(({ id }) => id));
  return labels.map((label) => {
    const known = before.find((option) => option.label === label);
    if (known) return known;
    let number = 1;
    while (taken.has(`o${number}`)) number++;
    taken.add(`o${number}`);
    return { id: `o${number}`, label };
  });
}
