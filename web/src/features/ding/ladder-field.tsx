import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, InputNumber, Radio, Select } from "antd";
import type { DingOptions, LadderStep, Target, Way } from "@/api/ding-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import css from "./compose.module.css";
import { ALL_WAYS, flawOf, inOrder, MINUTES_MAX, PRESETS, type Preset, STEPS_MAX, stepsOf, withStep } from "./ladder";
import { StepsLine } from "./steps-line";

const TARGETS: Target[] = ["PERSON", "DEPUTY", "MANAGER"];

interface Props {
  preset: Preset;
  steps: LadderStep[];
  options: DingOptions;
  onChange: (preset: Preset, steps: LadderStep[]) => void;
}

/** How people are reached: a simple choice, or own steps. */
export function LadderField({ preset, steps, options, onChange }: Props) {
  const { t } = useText();
  const shown = stepsOf(preset, steps, options.ladder.steps);
  const missing = inOrder([...new Set(shown.flatMap((step) => step.ways))]).filter(
    (way) => way !== "APP" && way !== "PUSH" && !options.channels.includes(way),
  );
  return (
    <>
      <Radio.Group
        aria-label={t("ding.compose.ladder")}
        value={preset}
        onChange={(event) => {
          const next = event.target.value as Preset;
          onChange(next, next === "CUSTOM" && steps.length === 0 ? shown : steps);
        }}
        options={PRESETS.map((value) => ({ value, label: t(`ding.compose.presets.${value}`) }))}
      />
      {preset === "CUSTOM" ? (
        <StepsEditor steps={steps} onChange={(next) => onChange(preset, next)} />
      ) : (
        <StepsLine steps={shown} />
      )}
      {missing.length > 0 && (
        <p className={css.warning} role="status">
          {t("ding.steps.noChannel", { ways: missing.map((way) => t(`ding.ways.${way}`)).join(t("ding.comma")) })}
        </p>
      )}
    </>
  );
}

function StepsEditor({ steps, onChange }: { steps: LadderStep[]; onChange: (steps: LadderStep[]) => void }) {
  const { t } = useText();
  const change = (index: number, changes: Partial<LadderStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...changes } : step)));
  return (
    <div className={css.steps}>
      {steps.map((step, index) => (
        <StepEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place
          key={index}
          number={index + 1}
          step={step}
          flaw={flawOf(steps, index)}
          onChange={(changes) => change(index, changes)}
          onRemove={index === 0 ? undefined : () => onChange(steps.filter((_, at) => at !== index))}
        />
      ))}
      {steps.length < STEPS_MAX && (
        <Button icon={<PlusOutlined />} onClick={() => onChange(withStep(steps))}>
          {t("ding.steps.add")}
        </Button>
      )}
    </div>
  );
}

interface StepProps {
  number: number;
  step: LadderStep;
  flaw: ReturnType<typeof flawOf>;
  onChange: (changes: Partial<LadderStep>) => void;
  onRemove?: () => void;
}

function StepEditor({ number, step, flaw, onChange, onRemove }: StepProps) {
  const { t } = useText();
  const first = onRemove === undefined;
  return (
    <fieldset className={css.step} data-flaw={flaw !== null || undefined}>
      <div className={css.stepWhen}>
        {first ? (
          <span className={css.first}>{t("ding.steps.first")}</span>
        ) : (
          <InputNumber
            min={0}
            max={MINUTES_MAX}
            precision={0}
            suffix={t("ding.steps.unit")}
            aria-label={t("ding.steps.minutes", { step: number })}
            status={flaw === "backwards" || flaw === "tooLate" ? "error" : undefined}
            value={step.afterMinutes}
            onChange={(minutes) => onChange({ afterMinutes: minutes ?? 0 })}
          />
        )}
        {!first && (
          <Select
            aria-label={t("ding.steps.target", { step: number })}
            value={step.target}
            options={TARGETS.map((value) => ({ value, label: t(`ding.targets.${value}`) }))}
            onChange={(target) => onChange({ target })}
          />
        )}
      </div>
      <Checkbox.Group
        aria-label={t("ding.steps.ways", { step: number })}
        value={step.ways}
        options={ALL_WAYS.map((value) => ({ value, label: t(`ding.ways.${value}`) }))}
        onChange={(ways) => onChange({ ways: inOrder(ways as Way[]) })}
      />
      {onRemove && (
        <IconButton
          size="small"
          icon={<DeleteOutlined />}
          label={t("ding.steps.remove", { step: number })}
          onClick={onRemove}
        />
      )}
      {flaw && <p className={css.flaw}>{t(`ding.steps.flaws.${flaw}`)}</p>}
    </fieldset>
  );
}
