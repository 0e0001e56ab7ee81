import { Radio } from "antd";
import type { ReportRules } from "@/api/report-template-types";
import type { ReportCycle } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import css from "@/ui/template-editor.module.css";
import { AudienceField } from "./audience-field";
import { RuleGroup, SwitchRow } from "./rule-group";
import type { RulesProps } from "./rules-step";

const CYCLES: ReportCycle[] = ["DAY", "WEEK", "MONTH", "NONE"];
const EVERYBODY = { everyone: true, members: [], departments: [], roles: [], except: null };

/** Without a cycle nothing is owed and nothing is due. */
export function cycled(rules: ReportRules, cycle: ReportCycle): ReportRules {
  if (cycle !== "NONE") return { ...rules, cycle };
  return { ...rules, cycle, must: null, deadline: null, late: true, before: [], after: [] };
}

/** How often, and who has to. */
export function WhoRules({ rules, set, flawOf }: RulesProps) {
  const { t } = useText();
  return (
    <section className={css.form} aria-label={t("reportDesign.who.title")}>
      <RuleGroup label={t("reportDesign.who.cycle")} help={t(`reportDesign.who.cycleHelp.${rules.cycle}`)}>
        <Radio.Group
          aria-label={t("reportDesign.who.cycle")}
          value={rules.cycle}
          options={CYCLES.map((cycle) => ({ value: cycle, label: t(`reportDesign.cycle.${cycle}`) }))}
          onChange={(event) => set(cycled(rules, event.target.value as ReportCycle))}
        />
        {flawOf("cycle")}
      </RuleGroup>
      {rules.cycle !== "NONE" && (
        <>
          <SwitchRow
            label={t("reportDesign.who.must")}
            help={t("reportDesign.who.mustHelp")}
            value={rules.must !== null}
            onChange={(on) => set(on ? { must: EVERYBODY } : { must: null, before: [], after: [] })}
          />
          {rules.must && (
            <AudienceField label={t("reportDesign.who.who")} value={rules.must} onChange={(must) => set({ must })} />
          )}
          {flawOf("must")}
        </>
      )}
    </section>
  );
}
