import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useId, useState } from "react";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "./avatar";
import { PeopleDialog } from "./people-dialog";
import css from "./records.module.css";

interface Props {
  label: string;
  chosen: Card[];
  most: number;
  onChange: (people: Card[]) => void;
}

/** Chosen people with their faces, and the way to choose others. */
export function PeopleField({ label, chosen, most, onChange }: Props) {
  const { t } = useText();
  const labelId = useId();
  const [open, setOpen] = useState(false);
  return (
    <fieldset className={css.field} aria-labelledby={labelId}>
      <span id={labelId} className={css.label}>
        {label}
      </span>
      <ul className={css.people}>
        {chosen.map((person) => (
          <li key={person.id} className={css.person}>
            <Avatar person={person} size={24} />
            {nameOf(person)}
          </li>
        ))}
        <li>
          <Button icon={<PlusOutlined />} onClick={() => setOpen(true)}>
            {t(chosen.length === 0 ? "ui.people.choose" : "ui.people.change")}
          </Button>
        </li>
      </ul>
      {open && (
        <PeopleDialog
          title={label}
          most={most}
          chosen={chosen}
          onClose={() => setOpen(false)}
          onDone={(people) => {
            onChange(people);
            setOpen(false);
          }}
        />
      )}
    </fieldset>
  );
}
