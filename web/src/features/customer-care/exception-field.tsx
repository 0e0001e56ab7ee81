import { DeleteOutlined } from "@ant-design/icons";
import { Checkbox, Select } from "antd";
import type { CareException } from "@/api/care-types";
import type { ApproverRange } from "@/api/route-types";
import { useWayNames } from "@/api/way-names";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { RangeField } from "@/ui/range-field";
import css from "./care.module.css";
import { TimesField } from "./times-field";

const NOBODY: ApproverRange = { members: [], departments: [], roles: [] };

interface Props {
  place: number;
  value: CareException;
  onChange: (value: CareException) => void;
  onRemove: () => void;
}

/** Other times for customers of some codes, or of some employees. */
export function ExceptionField({ place, value, onChange, onRemove }: Props) {
  const { t } = useText();
  const ways = useWayNames();
  return (
    <section className={css.exception} aria-label={t("care.rules.exception", { place })}>
      <div className={css.bar}>
        <strong style={{ flex: 1 }}>{t("care.rules.exception", { place })}</strong>
        <IconButton icon={<DeleteOutlined />} label={t("care.rules.removeException", { place })} onClick={onRemove} />
      </div>
      <Select<number[]>
        mode="multiple"
        aria-label={t("care.rules.ways")}
        placeholder={t("care.rules.ways")}
        showSearch={{ optionFilterProp: "label" }}
        value={value.ways}
        options={ways}
        onChange={(next) => onChange({ ...value, ways: next })}
      />
      <span>{t("care.rules.range")}</span>
      <RangeField
        value={value.range ?? NOBODY}
        onChange={(range) =>
          onChange({ ...value, range: isEmpty(range) ? null : { ...range, everyone: false, except: null } })
        }
      />
      <Checkbox checked={value.enabled} onChange={({ target }) => onChange({ ...value, enabled: target.checked })}>
        {t("care.rules.exceptionEnabled")}
      </Checkbox>
      {value.enabled && <TimesField value={value.times} onChange={(times) => onChange({ ...value, times })} />}
    </section>
  );
}

const isEmpty = ({ members, departments, roles }: ApproverRange) =>
  members.length + departments.length + roles.length === 0;
