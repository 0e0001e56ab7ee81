import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import css from "./compose.module.css";
import type { Chosen } from "./draft";
import { RecipientsPicker } from "./recipients-picker";

interface Props {
  chosen: Chosen;
  most: number;
  onChange: (chosen: Chosen) => void;
}

interface Chip {
  key: string;
  label: string;
  without: Chosen;
}

/** Whom the DING goes to, as chips that can be taken away. */
export function RecipientsField({ chosen, most, onChange }: Props) {
  const { t } = useText();
  const [picking, setPicking] = useState(false);
  const chips = useChips(chosen);
  return (
    <div className={css.chips}>
      <ul className={css.chipList} aria-label={t("ding.compose.recipients")}>
        {chips.map(({ key, label, without }) => (
          <li key={key} className={css.chip}>
            <span className={css.chipName}>{label}</span>
            <button
              type="button"
              className={css.chipRemove}
              aria-label={t("ding.compose.remove", { name: label })}
              onClick={() => onChange(without)}
            >
              <CloseOutlined />
            </button>
          </li>
        ))}
        <li>
          <Button icon={<PlusOutlined />} onClick={() => setPicking(true)}>
            {t("ding.compose.add")}
          </Button>
        </li>
      </ul>
      {picking && (
        <RecipientsPicker
          chosen={chosen}
          most={most}
          onDone={(next) => {
            onChange(next);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

function useChips(chosen: Chosen): Chip[] {
  const { t } = useText();
  const { people, departments, roles, conversation, unreadOf, phones } = chosen;
  const chips: Chip[] = [];
  if (unreadOf)
    chips.push({ key: "unread", label: t("ding.compose.unreadOf"), without: { ...chosen, unreadOf: null } });
  if (conversation) {
    const label = t("ding.compose.conversation", { name: conversation.name });
    chips.push({ key: "conversation", label, without: { ...chosen, conversation: null } });
  }
  for (const each of departments) {
    const without = { ...chosen, departments: departments.filter((other) => other !== each) };
    chips.push({ key: `d${each.id}`, label: t("ding.compose.department", { name: each.name }), without });
  }
  for (const each of roles) {
    const without = { ...chosen, roles: roles.filter((other) => other !== each) };
    chips.push({ key: `r${each.id}`, label: t("ding.compose.role", { name: each.name }), without });
  }
  for (const each of people) {
    chips.push({
      key: `m${each.id}`,
      label: each.name,
      without: { ...chosen, people: people.filter((other) => other !== each) },
    });
  }
  for (const each of phones) {
    const label = t("ding.compose.phone", { name: each.name, phone: each.phone }).trim();
    chips.push({ key: each.phone, label, without: { ...chosen, phones: phones.filter((other) => other !== each) } });
  }
  return chips;
}
