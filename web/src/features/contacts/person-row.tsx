import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import css from "./contacts-page.module.css";

interface Props {
  person: Card;
  detail: string | null;
  mark?: string;
  chosen?: boolean;
  onOpen: () => void;
}

export function PersonRow({ person, detail, mark, chosen = false, onOpen }: Props) {
  return (
    <button type="button" className={css.row} aria-current={chosen} onClick={onOpen}>
      <Avatar person={person} size={36} />
      <span className={css.lines}>
        <span className={css.name}>
          <span>
            {person.name}
            {person.alias && <span className={css.alias}> ({person.alias})</span>}
          </span>
          {mark && <span className={css.tag}>{mark}</span>}
          <StateTag person={person} />
        </span>
        {detail && <span className={css.secondary}>{detail}</span>}
      </span>
    </button>
  );
}

/** Active is the rule and says nothing. */
export function StateTag({ person }: { person: Pick<Card, "state"> }) {
  const { t } = useText();
  if (person.state === "ACTIVE") return null;
  const key = { INVITED: "invited", DISABLED: "disabled", LEFT: "left" } as const;
  return (
    <span className={css.tag} data-quiet>
      {t(`contacts.${key[person.state]}`)}
    </span>
  );
}
