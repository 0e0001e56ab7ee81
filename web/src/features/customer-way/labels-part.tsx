import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useId } from "react";
import { useText } from "@/lib/i18n";
import { tagsQuery } from "./use-ways";
import css from "./way.module.css";
import type { WayDraft } from "./way-draft";

const TEXT_MOST = 30;
const TAGS_MOST = 20;
const NEEDS_MOST = 5;
const NEED_LONGEST = 20;

interface Props {
  draft: WayDraft;
  tried: boolean;
  fresh: boolean;
  onChange: (draft: WayDraft) => void;
}

/** What the code is called, and what is known of whoever comes by it. */
export function LabelsPart({ draft, tried, fresh, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const tags = useQuery(tagsQuery).data?.groups.flatMap((group) => group.tags) ?? [];
  const nameless = tried && draft.title.trim() === "";
  return (
    <section className={css.card} aria-label={t("way.labels.title")}>
      <h2 className={css.title}>{t("way.labels.title")}</h2>
      <div className={css.field}>
        <label htmlFor={`${id}-title`}>{t("way.codes.title")}</label>
        <Input
          id={`${id}-title`}
          maxLength={TEXT_MOST}
          autoFocus={fresh}
          status={nameless ? "error" : undefined}
          value={draft.title}
          onChange={({ target }) => onChange({ ...draft, title: target.value })}
        />
        {nameless ? (
          <span role="alert" className={css.flaw}>
            {t("way.codes.titleNeeded")}
          </span>
        ) : (
          <span className={css.small}>{t("way.codes.titleHelp")}</span>
        )}
      </div>
      <div className={css.pair}>
        {(["remark", "state"] as const).map((name) => (
          <div key={name} className={css.field}>
            <label htmlFor={`${id}-${name}`}>{t(`way.codes.${name}`)}</label>
            <Input
              id={`${id}-${name}`}
              maxLength={TEXT_MOST}
              value={draft[name]}
              onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
            />
            <span className={css.small}>{t(`way.codes.${name}Help`)}</span>
          </div>
        ))}
      </div>
      <div className={css.field}>
        <label htmlFor={`${id}-tags`}>{t("way.codes.tags")}</label>
        <Select<string[]>
          id={`${id}-tags`}
          mode="multiple"
          maxCount={TAGS_MOST}
          showSearch={{ optionFilterProp: "label" }}
          notFoundContent={t("way.codes.noTags")}
          options={[
            ...tags.map(({ name }) => ({ value: name, label: name })),
            // Other systems may name a tag by its id.
            ...tags
              .filter(({ id }) => draft.tags.includes(String(id)))
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={draft.tags}
          onChange={(next) => onChange({ ...draft, tags: next })}
        />
      </div>
      <div className={css.field}>
        <label htmlFor={`${id}-needs`}>{t("way.labels.needs")}</label>
        <Select<string[]>
          id={`${id}-needs`}
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={NEEDS_MOST}
          value={draft.needs}
          onChange={(needs) => onChange({ ...draft, needs: needs.map((need) => need.trim().slice(0, NEED_LONGEST)) })}
        />
        <span className={css.small}>{t("way.labels.needsHelp")}</span>
      </div>
    </section>
  );
}
