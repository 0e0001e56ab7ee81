import { Checkbox } from "antd";
import type { Card } from "@/api/types";
import { Avatar } from "./avatar";
import css from "./people-picker.module.css";

interface Props {
  person: Card;
  hint?: string | null;
  chosen: boolean;
  onChange: (people: Card[], on: boolean) => void;
}

export function PickRow({ person, hint, chosen, onChange }: Props) {
  return (
    <Checkbox className={css.row} checked={chosen} onChange={(event) => onChange([person], event.target.checked)}>
      <span className={css.person}>
        <Avatar person={person} size={32} />
        <span className={css.names}>
          <span className={css.name}>{person.alias ? `${person.name}（${person.alias}）` : person.name}</span>
          {hint && <span className={css.hint}>{hint}</span>}
        </span>
      </span>
    </Checkbox>
  );
}
