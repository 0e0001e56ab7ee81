import { useQuery } from "@tanstack/react-query";
import { Radio, Select } from "antd";
import { useId } from "react";
import type { MomentAudience, MomentSenders } from "@/api/moment-types";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "@/ui/department-select";
import { PersonPicker } from "@/ui/person-picker";
import css from "./moment.module.css";
import { tagsQuery } from "./use-moments";

interface Props {
  value: MomentAudience;
  onChange: (value: MomentAudience) => void;
}

/** Who shows it, and which of their customers see it. */
export function AudienceFields({ value, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const { choice, senders } = value;
  const company = value.kind === "COMPANY";
  const { data } = useQuery(tagsQuery);
  const groups = (data?.groups ?? []).map((group) => ({
    label: group.name,
    options: group.tags.map((tag) => ({ value: tag.id, label: tag.name })),
  }));
  const own = (company ? [] : (data?.own ?? [])).map((tag) => ({ value: tag.id, label: tag.name }));
  return (
    <>
      {senders && <SendersField value={senders} onChange={(next) => onChange({ ...value, senders: next })} />}
      <div className={css.field}>
        <label htmlFor={`${id}-tags`}>{t("moment.write.tags")}</label>
        <Select<number[]>
          id={`${id}-tags`}
          mode="multiple"
          placeholder={t("moment.forAll")}
          showSearch={{ optionFilterProp: "label" }}
          notFoundContent={t("moment.write.noTags")}
          maxCount={20}
          value={choice.tags}
          options={own.length > 0 ? [...groups, { label: t("moment.write.ownTags"), options: own }] : groups}
          onChange={(tags) => onChange({ ...value, choice: { ...choice, tags } })}
        />
        {choice.tags.length > 1 && (
          <Radio.Group
            aria-label={t("moment.write.tags")}
            value={choice.all}
            onChange={({ target }) => onChange({ ...value, choice: { ...choice, all: target.value } })}
            options={[
              { value: false, label: t("moment.write.any") },
              { value: true, label: t("moment.write.all") },
            ]}
          />
        )}
      </div>
    </>
  );
}

function SendersField({ value, onChange }: { value: MomentSenders; onChange: (value: MomentSenders) => void }) {
  const { t } = useText();
  const id = useId();
  return (
    <div className={css.field}>
      <span className={css.name}>{t("moment.write.senders")}</span>
      <Radio.Group
        aria-label={t("moment.write.senders")}
        value={value.everyone}
        onChange={({ target }) => onChange({ ...value, everyone: target.value, members: [], departments: [] })}
        options={[
          { value: true, label: t("moment.write.everyone") },
          { value: false, label: t("moment.write.some") },
        ]}
      />
      {!value.everyone && (
        <>
          <DepartmentsSelect
            id={`${id}-departments`}
            aria-label={t("moment.write.departments")}
            placeholder={t("moment.write.departments")}
            value={value.departments}
            onChange={(departments) => onChange({ ...value, departments })}
          />
          <PersonPicker
            aria-label={t("moment.write.members")}
            value={value.members}
            onChange={(members) => onChange({ ...value, members })}
          />
        </>
      )}
    </div>
  );
}
