import { Select } from "antd";
import type { ReactNode } from "react";
import type { ReportContent, ReportRules } from "@/api/report-template-types";
import { useText } from "@/lib/i18n";
import css from "@/ui/template-editor.module.css";
import { DeadlineRules } from "./deadline-rules";
import { RecipientRules } from "./recipient-rules";
import type { RuleFlaw } from "./report-flaws";
import { RuleGroup } from "./rule-group";
import { ruleWords } from "./rule-words";
import { WhoRules } from "./who-rules";

const MOST_SUMMARY = 3;

export interface RulesProps {
  rules: ReportRules;
  set: (changes: Partial<ReportRules>, group?: string) => void;
  flawOf: (...rules: string[]) => ReactNode;
}

interface Props {
  content: ReportContent;
  change: (changes: Partial<ReportContent>, group?: string) => void;
  flaws: readonly RuleFlaw[];
}

/** Who reports when, until when, and to whom. */
export function RulesStep({ content, change, flaws }: Props) {
  const { t } = useText();
  const { rules, summary, form } = content;
  const set: RulesProps["set"] = (changes, group) => change({ rules: { ...rules, ...changes } }, group);
  const flawOf: RulesProps["flawOf"] = (...names) => {
    const flaw = flaws.find(({ rule }) => names.some((name) => rule === name || rule.startsWith(`${name}.`)));
    return flaw && <p className={css.flaw}>{ruleWords(t, flaw)}</p>;
  };
  const fields = form.fields
    .filter((field) => field.kind !== "NOTE")
    .map((field) => ({ value: field.key, label: field.label }));
  return (
    <div className={css.cards}>
      <WhoRules rules={rules} set={set} flawOf={flawOf} />
      <DeadlineRules rules={rules} set={set} flawOf={flawOf} />
      <RecipientRules rules={rules} set={set} flawOf={flawOf} />
      <section className={css.form} aria-label={t("reportDesign.summary.title")}>
        <RuleGroup label={t("reportDesign.summary.title")} help={t("reportDesign.summary.help")}>
          <Select<string[]>
            mode="multiple"
            aria-label={t("reportDesign.summary.title")}
            maxCount={MOST_SUMMARY}
            value={summary}
            options={fields}
            onChange={(next) => change({ summary: next.slice(0, MOST_SUMMARY) })}
          />
          {flawOf("summary")}
        </RuleGroup>
      </section>
    </div>
  );
}
