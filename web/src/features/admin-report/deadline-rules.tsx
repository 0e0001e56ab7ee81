import { Checkbox, Input, InputNumber, Radio, Select } from "antd";
import { useId } from "react";
import type { ReportDeadline } from "@/api/report-template-types";
import { type Translate, useText } from "@/lib/i18n";
import css from "@/ui/template-editor.module.css";
import { RuleGroup, SwitchRow } from "./rule-group";
import type { RulesProps } from "./rules-step";

const HOUR = 60;
const DAY = 24 * HOUR;
const REMINDERS = [10, 15, 30, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY];
const EDITS = [0, 30, HOUR, 4 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY];
const MOST_REMINDERS = 3;
const MOST_DAYS = 31;
const START: ReportDeadline = { days: 0, workDays: false, time: "18:00" };

/** "30 minutes", "2 hours", "3 days". */
export function minutesText(t: Translate, minutes: number): string {
  if (minutes % DAY === 0) return t("reportDesign.span.days", { count: minutes / DAY });
  if (minutes % HOUR === 0) return t("reportDesign.span.hours", { count: minutes / HOUR });
  return t("reportDesign.span.minutes", { count: minutes });
}

/** Until when, what happens afterwards, when it is reminded of, and how long it may be changed. */
export function DeadlineRules({ rules, set, flawOf }: RulesProps) {
  const { t } = useText();
  const { cycle, deadline, must, editMinutes } = rules;
  const edits = [...new Set([...EDITS, editMinutes])].sort((one, other) => one - other);
  return (
    <section className={css.form} aria-label={t("reportDesign.deadline.title")}>
      {cycle !== "NONE" && (
        <SwitchRow
          label={t("reportDesign.deadline.on")}
          help={t("reportDesign.deadline.onHelp")}
          value={deadline !== null}
          onChange={(on) => set(on ? { deadline: START } : { deadline: null, late: true, before: [], after: [] })}
        />
      )}
      {deadline && (
        <>
          <DeadlineField value={deadline} onChange={(next) => set({ deadline: next }, "deadline")} />
          <RuleGroup label={t("reportDesign.deadline.late")}>
            <Radio.Group
              className={css.list}
              aria-label={t("reportDesign.deadline.late")}
              value={rules.late}
              options={[
                { value: true, label: t("reportDesign.deadline.taken") },
                { value: false, label: t("reportDesign.deadline.closed") },
              ]}
              onChange={(event) => set({ late: event.target.value })}
            />
          </RuleGroup>
          {must !== null && (
            <>
              <Reminders name="before" value={rules.before} onChange={(before) => set({ before })} />
              <Reminders name="after" value={rules.after} onChange={(after) => set({ after })} />
            </>
          )}
        </>
      )}
      {flawOf("deadline", "before", "after")}
      <RuleGroup label={t("reportDesign.edit.title")} help={t("reportDesign.edit.help")}>
        <Select<number>
          aria-label={t("reportDesign.edit.title")}
          value={editMinutes}
          options={edits.map((value) => ({
            value,
            label: value === 0 ? t("reportDesign.edit.never") : minutesText(t, value),
          }))}
          onChange={(next) => set({ editMinutes: next })}
        />
        {flawOf("editMinutes")}
      </RuleGroup>
    </section>
  );
}

function DeadlineField({ value, onChange }: { value: ReportDeadline; onChange: (value: ReportDeadline) => void }) {
  const { t } = useText();
  const id = useId();
  const { days, workDays, time } = value;
  return (
    <RuleGroup
      label={t("reportDesign.deadline.when")}
      help={t(workDays ? "reportDesign.deadline.workDaysHelp" : "reportDesign.deadline.daysHelp")}
    >
      <div className={css.three}>
        <span className={css.field}>
          <label className={css.quiet} htmlFor={`${id}-days`}>
            {t("reportDesign.deadline.days")}
          </label>
          <InputNumber
            id={`${id}-days`}
            min={0}
            max={MOST_DAYS}
            precision={0}
            value={days}
            onChange={(next) => onChange({ ...value, days: next ?? 0 })}
          />
        </span>
        <span className={css.field}>
          <label className={css.quiet} htmlFor={`${id}-time`}>
            {t("reportDesign.deadline.time")}
          </label>
          <Input
            id={`${id}-time`}
            type="time"
            required
            value={time.slice(0, 5)}
            onChange={(event) => event.target.value !== "" && onChange({ ...value, time: event.target.value })}
          />
        </span>
      </div>
      <Checkbox checked={workDays} onChange={(event) => onChange({ ...value, workDays: event.target.checked })}>
        {t("reportDesign.deadline.workDays")}
      </Checkbox>
    </RuleGroup>
  );
}

interface RemindersProps {
  name: "before" | "after";
  value: number[];
  onChange: (minutes: number[]) => void;
}

function Reminders({ name, value, onChange }: RemindersProps) {
  const { t } = useText();
  const offered = [...new Set([...REMINDERS, ...value])].sort((one, other) => one - other);
  return (
    <RuleGroup label={t(`reportDesign.remind.${name}`)}>
      <Select<number[]>
        mode="multiple"
        aria-label={t(`reportDesign.remind.${name}`)}
        placeholder={t("reportDesign.remind.never")}
        maxCount={MOST_REMINDERS}
        value={value}
        options={offered.map((minutes) => ({ value: minutes, label: minutesText(t, minutes) }))}
        onChange={(next) => onChange([...next].sort((one, other) => one - other))}
      />
    </RuleGroup>
  );
}
