import { InputNumber } from "antd";
import { useId } from "react";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import { MembersField } from "@/ui/members-field";
import { PeopleField } from "@/ui/people-field";
import css from "./way.module.css";
import { type WayDraft, withPeople } from "./way-draft";

const CAP_MOST = 10_000;
const PEOPLE_MOST = 100;

interface Props {
  draft: WayDraft;
  tried: boolean;
  onChange: (draft: WayDraft) => void;
}

/** Who takes the customers in turns, how many a day each; and who when nobody else can. */
export function PeoplePart({ draft, tried, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const setCap = (member: number, cap: number | null) =>
    onChange({ ...draft, people: draft.people.map((each) => (each.card.id === member ? { ...each, cap } : each)) });
  return (
    <section className={css.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={css.title}>
        {t("way.people.title")}
      </h2>
      <PeopleField
        label={t("way.codes.people")}
        chosen={draft.people.map(({ card }) => card)}
        most={PEOPLE_MOST}
        onChange={(cards) => onChange(withPeople(draft, cards))}
      />
      {tried && draft.people.length === 0 && (
        <p role="alert" className={css.flaw}>
          {t("way.people.nobody")}
        </p>
      )}
      {draft.people.length > 0 && (
        <fieldset className={css.field} aria-labelledby={`${id}-caps`}>
          <span id={`${id}-caps`} className={css.label}>
            {t("way.codes.cap")}
          </span>
          <ul className={css.caps}>
            {draft.people.map(({ card, cap }) => (
              <li key={card.id} className={css.cap}>
                <Avatar person={card} size={24} />
                <label htmlFor={`${id}-${card.id}`} className={css.cut}>
                  {nameOf(card)}
                </label>
                <InputNumber
                  id={`${id}-${card.id}`}
                  min={1}
                  max={CAP_MOST}
                  precision={0}
                  placeholder={t("way.people.unlimited")}
                  value={cap}
                  onChange={(next) => setCap(card.id, next)}
                />
              </li>
            ))}
          </ul>
          <span className={css.small}>{t("way.codes.capHelp")}</span>
        </fieldset>
      )}
      <div className={css.field}>
        <span className={css.label}>{t("way.people.backups")}</span>
        <MembersField
          label={t("way.people.backups")}
          ids={draft.backups}
          onChange={(backups) => onChange({ ...draft, backups: backups.slice(0, PEOPLE_MOST) })}
        />
        <span className={css.small}>{t("way.people.backupsHelp")}</span>
      </div>
    </section>
  );
}
