import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { ATTRIBUTE_SORTS, type AttributeDraft, optionsOf } from "./attribute-drafts";
import css from "./customer.module.css";
import { freshKey } from "./fresh-key";

interface Props {
  drafts: AttributeDraft[];
  onChange: (drafts: AttributeDraft[]) => void;
}

const MOST = 50;

/** What the company wants to know of every customer. */
export function AttributesEditor({ drafts, onChange }: Props) {
  const { t } = useText();
  const add = () =>
    onChange([
      ...drafts,
      {
        key: freshKey(
          "attribute",
          drafts.map(({ key }) => key),
        ),
        label: t("customer.settings.newAttribute"),
        sort: "TEXT",
        options: [],
      },
    ]);
  return (
    <section className={css.card} aria-label={t("customer.settings.attributes")}>
      <h2 className={css.partTitle}>{t("customer.settings.attributes")}</h2>
      <p className={css.quiet}>{t("customer.settings.attributesHelp")}</p>
      <ul className={css.stack}>
        {drafts.map((draft, place) => (
          <AttributeRow
            key={draft.key}
            draft={draft}
            place={place}
            onChange={(next) => onChange(drafts.map((each) => (each === draft ? next : each)))}
            onRemove={() => onChange(drafts.filter((each) => each !== draft))}
          />
        ))}
      </ul>
      <Button icon={<PlusOutlined />} disabled={drafts.length >= MOST} onClick={add}>
        {t("customer.settings.addAttribute")}
      </Button>
    </section>
  );
}

interface RowProps {
  draft: AttributeDraft;
  place: number;
  onChange: (draft: AttributeDraft) => void;
  onRemove: () => void;
}

function AttributeRow({ draft, place, onChange, onRemove }: RowProps) {
  const { t } = useText();
  const chooses = draft.sort === "CHOICE" || draft.sort === "CHOICES";
  return (
    <li className={css.stack}>
      <div className={css.rowLine}>
        <Input
          maxLength={50}
          aria-label={t("customer.settings.attributeName", { place: place + 1 })}
          value={draft.label}
          onChange={(event) => onChange({ ...draft, label: event.target.value })}
        />
        <Select
          aria-label={t("customer.settings.sortOf", { name: draft.label })}
          style={{ width: 140 }}
          value={draft.sort}
          options={ATTRIBUTE_SORTS.map((sort) => ({ value: sort, label: t(`customer.settings.sorts.${sort}`) }))}
          onChange={(sort) => onChange({ ...draft, sort })}
        />
        <IconButton
          size="small"
          icon={<DeleteOutlined />}
          label={t("customer.tags.removeOwn", { name: draft.label })}
          onClick={onRemove}
        />
      </div>
      {chooses && (
        <Select<string[]>
          mode="tags"
          open={false}
          suffix={null}
          maxCount={50}
          tokenSeparators={[",", "，", "、"]}
          aria-label={t("customer.settings.optionsOf", { name: draft.label })}
          placeholder={t("customer.settings.options")}
          value={draft.options.map(({ label }) => label)}
          onChange={(labels) => onChange({ ...draft, options: optionsOf(labels, draft.options) })}
        />
      )}
    </li>
  );
}
