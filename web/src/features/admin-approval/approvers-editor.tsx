import { InputNumber, Radio, Select, Switch } from "antd";
import { useId } from "react";
import type { Approvers, ApproversKind } from "@/api/route-types";
import { MAX_LEVEL } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { useRoles } from "@/ui/forms/designer/use-names";
import { MembersField } from "@/ui/members-field";
import { RangeField } from "@/ui/range-field";
import { useDesign } from "./design-context";
import css from "./route.module.css";

const KINDS: ApproversKind[] = ["SUPERIOR", "MEMBERS", "CHAIN", "HEAD", "ROLE", "CHOSEN", "FIELD", "APPLICANT"];

const START: { [K in ApproversKind]: Extract<Approvers, { kind: K }> } = {
  SUPERIOR: { kind: "SUPERIOR", level: 1, orHigher: true },
  MEMBERS: { kind: "MEMBERS", ids: [] },
  CHAIN: { kind: "CHAIN", levels: 2 },
  HEAD: { kind: "HEAD", level: 1 },
  ROLE: { kind: "ROLE", id: 0, nearest: false },
  CHOSEN: { kind: "CHOSEN", range: { members: [], departments: [], roles: [] }, most: 1 },
  FIELD: { kind: "FIELD", key: "" },
  APPLICANT: { kind: "APPLICANT" },
};

interface Props {
  value: Approvers;
  onChange: (value: Approvers) => void;
}

/** Who is asked or told: a rule, and what the rule needs. */
export function ApproversEditor({ value, onChange }: Props) {
  const { t } = useText();
  return (
    <div className={css.editor}>
      <Radio.Group
        className={css.kinds}
        aria-label={t("approvalDesign.who.title")}
        value={value.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`approvalDesign.who.${kind}`) }))}
        onChange={(event) => onChange(structuredClone(START[event.target.value as ApproversKind]))}
      />
      <Details value={value} onChange={onChange} />
      <p className={css.quiet}>{t(`approvalDesign.who.help.${value.kind}`)}</p>
    </div>
  );
}

function Details({ value, onChange }: Props) {
  const { t } = useText();
  switch (value.kind) {
    case "MEMBERS":
      return (
        <MembersField
          label={t("approvalDesign.who.MEMBERS")}
          ids={value.ids}
          onChange={(ids) => onChange({ ...value, ids })}
        />
      );
    case "SUPERIOR":
      return (
        <>
          <LevelField
            label={t("approvalDesign.who.level")}
            value={value.level}
            onChange={(level) => onChange({ ...value, level })}
          />
          <SwitchLine
            label={t("approvalDesign.who.orHigher")}
            value={value.orHigher}
            onChange={(orHigher) => onChange({ ...value, orHigher })}
          />
        </>
      );
    case "CHAIN":
      return (
        <LevelField
          label={t("approvalDesign.who.levels")}
          value={value.levels}
          onChange={(levels) => onChange({ ...value, levels })}
        />
      );
    case "HEAD":
      return (
        <>
          <FieldSelect
            label={t("approvalDesign.who.department")}
            kind="DEPARTMENT"
            none={t("approvalDesign.who.ownDepartment")}
            value={value.field ?? ""}
            onChange={(field) => onChange({ ...value, field: field || null })}
          />
          <LevelField
            label={t("approvalDesign.who.headLevel")}
            value={value.level}
            onChange={(level) => onChange({ ...value, level })}
          />
        </>
      );
    case "ROLE":
      return <RoleField value={value} onChange={onChange} />;
    case "CHOSEN":
      return <ChosenField value={value} onChange={onChange} />;
    case "FIELD":
      return (
        <FieldSelect
          label={t("approvalDesign.who.memberField")}
          kind="MEMBER"
          value={value.key}
          onChange={(key) => onChange({ ...value, key })}
        />
      );
    case "APPLICANT":
      return null;
  }
}

interface LevelProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function LevelField({ label, value, onChange }: LevelProps) {
  const id = useId();
  return (
    <div className={css.line}>
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        min={1}
        max={MAX_LEVEL}
        precision={0}
        value={value}
        onChange={(next) => onChange(next ?? 1)}
      />
    </div>
  );
}

interface SwitchProps {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

export function SwitchLine({ label, value, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={css.line}>
      <label htmlFor={id}>{label}</label>
      <Switch id={id} checked={value} onChange={onChange} />
    </div>
  );
}

interface FieldSelectProps {
  label: string;
  kind: "MEMBER" | "DEPARTMENT";
  /** What no field means, when that means something. */
  none?: string;
  value: string;
  onChange: (key: string) => void;
}

function FieldSelect({ label, kind, none, value, onChange }: FieldSelectProps) {
  const { t } = useText();
  const { fields } = useDesign();
  const options = fields
    .filter((field) => field.kind === kind)
    .map((field) => ({ value: field.key, label: field.label }));
  const all = none === undefined ? options : [{ value: "", label: none }, ...options];
  if (all.length === 0) return <p className={css.flaw}>{t(`approvalDesign.who.noField.${kind}`)}</p>;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={all.some((option) => option.value === value) ? value : undefined}
      options={all}
      onChange={onChange}
    />
  );
}

function RoleField({ value, onChange }: { value: Extract<Approvers, { kind: "ROLE" }>; onChange: Props["onChange"] }) {
  const { t } = useText();
  const roles = useRoles();
  return (
    <>
      <Select
        aria-label={t("approvalDesign.who.ROLE")}
        placeholder={t("approvalDesign.who.chooseRole")}
        showSearch={{ optionFilterProp: "label" }}
        value={value.id > 0 ? value.id : undefined}
        options={roles.map((role) => ({ value: role.id, label: role.name }))}
        onChange={(id) => onChange({ ...value, id })}
      />
      <SwitchLine
        label={t("approvalDesign.who.nearest")}
        value={value.nearest}
        onChange={(nearest) => onChange({ ...value, nearest })}
      />
    </>
  );
}

function ChosenField({
  value,
  onChange,
}: {
  value: Extract<Approvers, { kind: "CHOSEN" }>;
  onChange: Props["onChange"];
}) {
  const { t } = useText();
  const id = useId();
  return (
    <>
      <div className={css.line}>
        <label htmlFor={id}>{t("approvalDesign.who.most")}</label>
        <InputNumber
          id={id}
          min={1}
          max={100}
          precision={0}
          value={value.most}
          onChange={(most) => onChange({ ...value, most: most ?? 1 })}
        />
      </div>
      <p>{t("approvalDesign.who.range")}</p>
      <RangeField value={value.range} onChange={(range) => onChange({ ...value, range })} />
    </>
  );
}
