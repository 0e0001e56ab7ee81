import { Modal } from "antd";
import { useState } from "react";
import { usePeople } from "@/api/people";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { PeoplePicker } from "./people-picker";

interface Props {
  title: string;
  most: number;
  chosen?: Card[];
  onDone: (people: Card[]) => void;
  onClose: () => void;
}

/** Chooses colleagues; where there can be one only, the latest choice replaces the one before. */
export function PeopleDialog({ title, most, chosen: before = [], onDone, onClose }: Props) {
  const { t } = useText();
  const keep = usePeople((store) => store.keep);
  const [chosen, setChosen] = useState<Card[]>(before);
  return (
    <Modal
      open
      width={680}
      title={title}
      okText={t("ui.people.take")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => {
        keep(chosen);
        onDone(chosen);
      }}
      onCancel={onClose}
    >
      <PeoplePicker
        chosen={chosen}
        onChange={(next) => setChosen(most === 1 ? next.slice(-1) : next)}
        most={most === 1 ? 2 : most}
        autoFocus
      />
    </Modal>
  );
}
