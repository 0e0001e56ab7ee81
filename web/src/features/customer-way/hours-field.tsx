import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { HoursRow } from "./hours-row";
import css from "./way.module.css";
import { freshKey, type HoursDraft, hoursFlaw, WORKDAYS } from "./way-draft";

const MOST = 20;

interface Props {
  value: HoursDraft[];
  tried: boolean;
  onChange: (value: HoursDraft[]) => void;
}

/** When an employee answers customers. */
export function HoursField({ value, tried, onChange }: Props) {
  const { t } = useText();
  const { org } = useSession();
  return (
    <div className={css.stack}>
      <p className={css.small}>{t(value.length === 0 ? "way.hours.never" : "way.hours.zone", { zone: org.zone })}</p>
      {value.map((hours, index) => (
        <HoursRow
          key={hours.key}
          place={index + 1}
          value={hours}
          flaw={tried ? hoursFlaw(hours, false) : null}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      <Button
        className={css.start}
        style={{ justifySelf: "start" }}
        icon={<PlusOutlined />}
        disabled={value.length >= MOST}
        onClick={() =>
          onChange([...value, { key: freshKey(value), days: [...WORKDAYS], from: "09:00", until: "18:00" }])
        }
      >
        {t("way.slots.add")}
      </Button>
    </div>
  );
}
