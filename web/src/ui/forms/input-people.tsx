import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useState } from "react";
import { nameOf, usePeople, usePerson } from "@/api/people";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import { DepartmentSelect, DepartmentsSelect } from "@/ui/department-select";
import { PeoplePicker } from "@/ui/people-picker";
import { useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { type InputProps, numbersOf } from "./inputs";

const MOST_PEOPLE = 200;

export function MemberInput(props: InputProps) {
  const { field, id, labelId, value, onChange } = props;
  const { t } = useText();
  const { preview } = useSurroundings();
  const [picking, setPicking] = useState(false);
  const ids = numbersOf(value);
  const change = (next: number[]) => onChange(next.length === 0 ? undefined : next);
  const full = !field.many && ids.length > 0;
  return (
    <fieldset className={css.group} aria-labelledby={labelId} aria-describedby={props.describedBy}>
      <ul className={css.chips}>
        {ids.map((person) => (
          <PersonChip key={person} id={person} onRemove={() => change(ids.filter((each) => each !== person))} />
        ))}
        <li>
          <Button
            id={id}
            icon={full ? undefined : <PlusOutlined />}
            danger={props.invalid}
            disabled={preview}
            onClick={() => setPicking(true)}
          >
            {t(full ? "forms.person.change" : field.many ? "forms.person.addSome" : "forms.person.add")}
          </Button>
        </li>
      </ul>
      {picking && (
        <PeopleDialog
          title={field.label}
          ids={ids}
          many={field.many ?? false}
          onDone={(next) => {
            change(next);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </fieldset>
  );
}

export function PersonChip({ id, onRemove }: { id: number; onRemove?: () => void }) {
  const { t } = useText();
  const card = usePerson(id);
  const name = nameOf(card) || "…";
  return (
    <li className={css.chip}>
      {card && <Avatar person={card} size={24} />}
      <span className={css.chipName}>{name}</span>
      {onRemove && (
        <button
          type="button"
          className={css.chipRemove}
          aria-label={t("forms.person.remove", { name })}
          onClick={onRemove}
        >
          <CloseOutlined />
        </button>
      )}
    </li>
  );
}

interface DialogProps {
  title: string;
  ids: number[];
  many: boolean;
  most?: number;
  onDone: (ids: number[]) => void;
  onClose: () => void;
}

/** Chooses people for a field; when there can be one only, the latest choice replaces the one before. */
export function PeopleDialog({ title, ids, many, most = MOST_PEOPLE, onDone, onClose }: DialogProps) {
  const { t } = useText();
  const known = usePeople((store) => store.cards);
  const keep = usePeople((store) => store.keep);
  const [chosen, setChosen] = useState<Card[]>(() => ids.flatMap((id) => known[id] ?? []));
  return (
    <Modal
      open
      width={680}
      title={title}
      okText={t("forms.done")}
      cancelText={t("form.cancel")}
      onOk={() => {
        keep(chosen);
        onDone(chosen.map((each) => each.id));
      }}
      onCancel={onClose}
    >
      <PeoplePicker
        chosen={chosen}
        onChange={(next) => setChosen(many ? next : next.slice(-1))}
        most={many ? most : 2}
        autoFocus
      />
    </Modal>
  );
}

export function DepartmentInput({ field, id, labelId, value, onChange }: InputProps) {
  const ids = numbersOf(value);
  const naming = { id, "aria-labelledby": labelId };
  if (field.many)
    return (
      <DepartmentsSelect {...naming} value={ids} onChange={(next) => onChange(next.length === 0 ? undefined : next)} />
    );
  return (
    <DepartmentSelect
      {...naming}
      allowClear
      value={ids[0] ?? null}
      onChange={(next) => onChange(next === null ? undefined : [next])}
    />
  );
}
