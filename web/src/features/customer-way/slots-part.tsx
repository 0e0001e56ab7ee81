import { PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useId } from "react";
import { nameOf } from "@/api/people";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { HoursRow } from "./hours-row";
import css from "./way.module.css";
import { freshKey, type SlotDraft, slotFlaw, unplanned, type WayDraft, WORKDAYS } from "./way-draft";

const SLOTS_MOST = 20;

interface Props {
  draft: WayDraft;
  /** What is missing is said only after somebody wanted to save. */
  tried: boolean;
  onChange: (draft: WayDraft) => void;
}

/** Who of the code's people serves when; without slots everybody always. */
export function SlotsPart({ draft, tried, onChange }: Props) {
  const { t } = useText();
  const { org } = useSession();
  const id = useId();
  const { slots, people } = draft;
  const idle = unplanned(draft);
  const set = (next: SlotDraft[]) => onChange({ ...draft, slots: next });
  const add = () =>
    set([
      ...slots,
      {
        key: freshKey(slots),
        days: [...WORKDAYS],
        from: "09:00",
        until: "18:00",
        members: people.map(({ card }) => card.id),
      },
    ]);
  return (
    <section className={css.card} aria-labelledby={id}>
      <h2 id={id} className={css.title}>
        {t("way.slots.title")}
      </h2>
      <p className={css.small}>{t(slots.length === 0 ? "way.slots.none" : "way.slots.help", { zone: org.zone })}</p>
      {slots.map((slot, index) => (
        <HoursRow
          key={slot.key}
          place={index + 1}
          value={slot}
          flaw={tried ? slotFlaw(slot) : null}
          onChange={(next) => set(slots.with(index, next))}
          onRemove={() => set(slots.toSpliced(index, 1))}
        >
          <Select<number[]>
            mode="multiple"
            aria-label={t("way.slots.members", { place: index + 1 })}
            placeholder={t("way.slots.choose")}
            showSearch={{ optionFilterProp: "label" }}
            value={slot.members}
            options={people.map(({ card }) => ({ value: card.id, label: nameOf(card) }))}
            onChange={(members) => set(slots.with(index, { ...slot, members }))}
          />
        </HoursRow>
      ))}
      {idle.length > 0 && (
        <p role="status" className={css.warning}>
          {t("way.slots.idle", { names: idle.map(nameOf).join(t("way.comma")) })}
        </p>
      )}
      <Button
        className={css.start}
        icon={<PlusOutlined />}
        disabled={people.length === 0 || slots.length >= SLOTS_MOST}
        onClick={add}
      >
        {t("way.slots.add")}
      </Button>
    </section>
  );
}
