import type { VisitAttribute, VisitCard, VisitCompany } from "@/api/visit-types";
import css from "./card.module.css";
import { Face } from "./face";
import { Icon } from "./icons";
import { useWords } from "./words";

export function CompanyLine({ company }: { company: VisitCompany }) {
  const { t } = useWords();
  return (
    <p className={css.company}>
      <span>{company.name}</span>
      {company.verified && (
        <span className={css.verified}>
          <Icon name="verified" size={16} />
          {t("card.verified")}
        </span>
      )}
    </p>
  );
}

interface Props {
  /** null: several people stand behind the code. */
  person: VisitCard | null;
  team: string;
  needs: string[];
  /** The heading of the page, or one beside a chat. */
  level: 1 | 2;
}

/** Who somebody talks to: the face of the company, in the words that the company chose for outside. */
export function BusinessCard({ person, team, needs, level }: Props) {
  const { t } = useWords();
  const Heading = level === 1 ? "h1" : "h2";
  const name = person?.name ?? team;
  const served = person && person.needs.length > 0 ? person.needs : needs;
  return (
    <section className={css.card} aria-label={name}>
      <div className={css.person}>
        <Face id={person?.id ?? 0} name={name} avatar={person?.avatar ?? null} size={72} />
        <div className={css.names}>
          <Heading className={css.name}>{name}</Heading>
          <p className={css.title}>{person ? person.title : t("card.team")}</p>
        </div>
      </div>
      {served.length > 0 && (
        <div>
          <p className={css.label}>{t("card.needs")}</p>
          <ul className={css.needs}>
            {served.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </div>
      )}
      {person && person.attributes.length > 0 && (
        <div>
          <p className={css.label}>{t("card.details")}</p>
          <dl className={css.facts}>
            {person.attributes.map((attribute) => (
              <Fact key={`${attribute.label} ${attribute.text}`} attribute={attribute} />
            ))}
          </dl>
        </div>
      )}
    </section>
  );
}

function Fact({ attribute: { label, text, url } }: { attribute: VisitAttribute }) {
  const { t } = useWords();
  const web = url !== null && /^https?:\/\//i.test(url);
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {web ? (
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t("card.opensNew", { label: text || url })}
          >
            {text || url}
          </a>
        ) : (
          text
        )}
      </dd>
    </>
  );
}
