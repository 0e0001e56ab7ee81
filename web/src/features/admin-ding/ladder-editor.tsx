import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, InputNumber, Select } from "antd";
import { useText } from "@/lib/i18n";
import { AdminLink } from "@/ui/admin-link";
import { IconButton } from "@/ui/icon-button";
import css from "./ding-page.module.css";
import { MINUTES_MAX, missingIn, nextStep, STEPS_MAX } from "./ladder";
import { type Ladder, missingWaysQuery, type Step, TARGETS } from "./use-ding";
import { WaysField } from "./ways-field";

interface Props {
  value?: Ladder;
  onChange?: (ladder: Ladder) => void;
}

/** The steps by which a DING climbs until it is confirmed. */
export function LadderEditor({ value = { steps: [] }, onChange }: Props) {
  const { t } = useText();
  const { data: missing = [] } = useQuery(missingWaysQuery);
  const { steps } = value;
  const change = (index: number, next: Partial<Step>) =>
    onChange?.({ steps: steps.map((step, place) => (place === index ? { ...step, ...next } : step)) });
  const dead = missingIn(value, missing);
  return (
    <div className={css.ladder}>
      <ol className={css.steps}>
        {steps.map((step, index) => (
          <StepRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            key={index}
            step={step}
            index={index}
            onChange={(next) => change(index, next)}
            onRemove={() => onChange?.({ steps: steps.filter((_, place) => place !== index) })}
          />
        ))}
      </ol>
      <Button
        icon={<PlusOutlined />}
        disabled={steps.length >= STEPS_MAX}
        onClick={() => onChange?.({ steps: [...steps, nextStep(steps)] })}
      >
        {t("dingAdmin.addStep")}
      </Button>
      {dead.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("dingAdmin.notConnected", {
            ways: dead.map((way) => t(`dingAdmin.way.${way}`)).join(t("dingAdmin.comma")),
          })}
          action={<AdminLink to="/channels">{t("dingAdmin.toChannels")}</AdminLink>}
        />
      )}
    </div>
  );
}

interface RowProps {
  step: Step;
  index: number;
  onChange: (next: Partial<Step>) => void;
  onRemove: () => void;
}

function StepRow({ step, index, onChange, onRemove }: RowProps) {
  const { t } = useText();
  const number = index + 1;
  const first = index === 0;
  return (
    <li className={css.step}>
      <span className={css.mark} aria-hidden="true">
        <span className={css.rung}>{number}</span>
      </span>
      <div className={css.stepBody}>
        <div className={css.stepLine}>
          {first ? (
            <span className={css.atOnce}>{t("dingAdmin.atOnce")}</span>
          ) : (
            <InputNumber
              className={css.minutes}
              aria-label={t("dingAdmin.minutesOf", { number })}
              min={0}
              max={MINUTES_MAX}
              precision={0}
              value={step.afterMinutes}
              onChange={(afterMinutes) => onChange({ afterMinutes: afterMinutes ?? 0 })}
              suffix={t("dingAdmin.minutesLater")}
            />
          )}
          {first ? (
            <span className={css.quiet}>{t("dingAdmin.target.PERSON")}</span>
          ) : (
            <Select
              style={{ width: 176 }}
              aria-label={t("dingAdmin.targetOf", { number })}
              value={step.target}
              onChange={(target) => onChange({ target })}
              options={TARGETS.map((value) => ({ value, label: t(`dingAdmin.target.${value}`) }))}
            />
          )}
          {!first && (
            <IconButton
              icon={<DeleteOutlined />}
              label={t("dingAdmin.removeStep", { number })}
              className={css.end}
              onClick={onRemove}
            />
          )}
        </div>
        <WaysField
          label={t("dingAdmin.waysOf", { number })}
          value={step.ways}
          onChange={(ways) => onChange({ ways })}
        />
      </div>
    </li>
  );
}
