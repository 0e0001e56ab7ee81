import type { LadderStep } from "@/api/ding-types";
import { type Translate, useText } from "@/lib/i18n";
import css from "./ding-detail.module.css";
import { inOrder } from "./ladder";

/** "5 分钟后：短信、邮件（代理人）" */
export function stepLine({ afterMinutes, ways, target }: LadderStep, t: Translate): string {
  const when = afterMinutes === 0 ? t("ding.steps.now") : t("ding.steps.at", { minutes: afterMinutes });
  const names = inOrder(ways)
    .map((way) => t(`ding.ways.${way}`))
    .join(t("ding.comma"));
  if (target === "PERSON") return t("ding.steps.line", { when, ways: names });
  return t("ding.steps.lineTo", { when, ways: names, target: t(`ding.targets.${target}`) });
}

/** A ladder in words, in the order it is climbed. */
export function StepsLine({ steps }: { steps: LadderStep[] }) {
  const { t } = useText();
  return (
    <ol className={css.ladder} aria-label={t("ding.compose.ladder")}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place
        <li key={index}>{stepLine(step, t)}</li>
      ))}
    </ol>
  );
}
