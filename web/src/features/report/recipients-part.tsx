import { nameOf } from "@/api/people";
import type { ReportForm } from "@/api/report-types";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import css from "@/ui/fill.module.css";
import { PeopleField } from "@/ui/people-field";
import own from "./report.module.css";

interface Props {
  form: ReportForm;
  added: Card[];
  onChange: (people: Card[]) => void;
}

const MOST_ADDED = 50;

/** Who gets it by rule, and whom the author adds. */
export function RecipientsPart({ form: { recipients, mayChoose }, added, onChange }: Props) {
  const { t } = useText();
  const { people, conversations } = recipients;
  const none = people.length + conversations.length === 0;
  return (
    <section className={css.part} aria-label={t("report.recipients.title")}>
      <h2 className={css.label}>{t("report.recipients.title")}</h2>
      {none && <p className={css.help}>{t(mayChoose ? "report.recipients.chooseSome" : "report.recipients.nobody")}</p>}
      <ul className={own.recipients}>
        {people.map(({ member, why }) => (
          <li key={member.id} className={own.recipient}>
            <Avatar person={member} size={24} />
            <span className={own.grow}>{nameOf(member)}</span>
            <span className={css.help}>{t(`report.recipients.why.${why}`)}</span>
          </li>
        ))}
        {conversations.map(({ id, title }) => (
          <li key={id} className={own.recipient}>
            <span className={own.grow}>{title}</span>
            <span className={css.help}>{t("report.recipients.group")}</span>
          </li>
        ))}
      </ul>
      {mayChoose && (
        <PeopleField label={t("report.recipients.added")} chosen={added} most={MOST_ADDED} onChange={onChange} />
      )}
    </section>
  );
}
