import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Modal } from "antd";
import { useEffect, useState } from "react";
import type { Choice } from "@/api/approval-types";
import { nameOf, usePeople, want } from "@/api/people";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import css from "@/ui/fill.module.css";
import { PeopleDialog } from "@/ui/people-dialog";

interface Props {
  choice: Choice;
  name: string;
  chosen: number[];
  missing: boolean;
  onChange: (ids: number[]) => void;
}

/** Whom the applicant wants to be asked: from everybody, or from those the template allows. */
export function ChooseApprovers({ choice, name, chosen, missing, onChange }: Props) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const known = usePeople((store) => store.cards);
  const cards = chosen.flatMap((id) => choice.from?.find((each) => each.id === id) ?? known[id] ?? []);
  useEffect(() => want(chosen), [chosen]);
  const title = t("approval.choices.title", { name });
  const done = (people: Card[]) => {
    onChange(people.map((each) => each.id));
    setOpen(false);
  };
  return (
    <div className={css.choose}>
      <Button icon={<PlusOutlined />} danger={missing} aria-label={title} onClick={() => setOpen(true)}>
        {t(chosen.length === 0 ? "approval.choices.choose" : "ui.people.change")}
      </Button>
      {missing && (
        <p className={css.flaw} role="alert">
          {t("approval.choices.missing")}
        </p>
      )}
      {open && choice.from === null && (
        <PeopleDialog title={title} most={choice.most} chosen={cards} onDone={done} onClose={() => setOpen(false)} />
      )}
      {open && choice.from !== null && (
        <FromFew title={title} choice={choice} chosen={cards} onDone={done} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

interface FewProps {
  title: string;
  choice: Choice;
  chosen: Card[];
  onDone: (people: Card[]) => void;
  onClose: () => void;
}

function FromFew({ title, choice, chosen: before, onDone, onClose }: FewProps) {
  const { t } = useText();
  const keep = usePeople((store) => store.keep);
  const [chosen, setChosen] = useState(before);
  const full = chosen.length >= choice.most;
  const toggle = (person: Card, on: boolean) => {
    const rest = chosen.filter((each) => each.id !== person.id);
    setChosen(on ? [...(choice.most === 1 ? [] : rest), person] : rest);
  };
  return (
    <Modal
      open
      title={title}
      okText={t("approval.choose")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => {
        keep(chosen);
        onDone(chosen);
      }}
      onCancel={onClose}
    >
      <p className={css.help}>{t("approval.choices.most", { count: choice.most })}</p>
      <ul className={css.few}>
        {(choice.from ?? []).map((person) => {
          const on = chosen.some((each) => each.id === person.id);
          return (
            <li key={person.id}>
              <Checkbox
                checked={on}
                disabled={!on && full && choice.most > 1}
                onChange={(event) => toggle(person, event.target.checked)}
              >
                <span className={css.fewRow}>
                  <Avatar person={person} size={28} />
                  {nameOf(person)}
                </span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
