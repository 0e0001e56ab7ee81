import type { Condition, Test } from "@/api/form-types";
import type { Translate } from "@/lib/i18n";
import type { Subject } from "./subjects";
import type { Names } from "./use-names";

/** A condition as a sentence: "金额 大于 5000 且 部门 属于 财务部，或 …". */
export function conditionText(
  t: Translate,
  condition: Condition | null | undefined,
  subjects: readonly Subject[],
  names: Names,
): string {
  const groups = condition?.any ?? [];
  return groups
    .map((group) => group.all.map((test) => testText(t, test, subjects, names)).join(t("formDesign.condition.and")))
    .join(t("formDesign.condition.or"));
}

function testText(t: Translate, test: Test, subjects: readonly Subject[], names: Names): string {
  const subject = subjects.find((each) => each.subject === test.subject);
  const label = subject?.label ?? t("formDesign.condition.gone");
  const values = test.values.map((value) => valueText(value, subject, names));
  return [label, t(`formDesign.op.${test.op}`), values.join(t("formDesign.comma"))].filter(Boolean).join(" ");
}

function valueText(value: string, subject: Subject | undefined, names: Names): string {
  switch (subject?.shape) {
    case "member":
    case "department":
    case "role":
      return names[subject.shape](Number(value));
    case "option":
    case "options":
      return subject.options?.find((option) => option.id === value)?.label ?? value;
    default:
      return value;
  }
}

/** Members that conditions speak of, so that their names can be fetched. */
export function membersIn(
  conditions: readonly (Condition | null | undefined)[],
  subjects: readonly Subject[],
): number[] {
  const ofMembers = new Set(subjects.filter((each) => each.shape === "member").map((each) => each.subject));
  return conditions
    .flatMap((condition) => condition?.any ?? [])
    .flatMap((group) => group.all)
    .filter((test) => ofMembers.has(test.subject))
    .flatMap((test) => test.values.map(Number));
}
