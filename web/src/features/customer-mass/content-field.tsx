import { Button, Input } from "antd";
import { useRef } from "react";
import { useText } from "@/lib/i18n";
import { AttachmentsField } from "@/ui/attachments/attachments-field";
import type { Item } from "@/ui/attachments/items";
import { type Draft, toGroups } from "./draft";
import css from "./mass.module.css";

interface Props {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  /** Takes what there is then: several files may arrive one after the other. */
  onItems: (next: (before: Item[]) => Item[]) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

const TEXT_MAX = 2_000;
const PLACES = ["nickname", "employee"] as const;

/** What is said, and what is attached. */
export function ContentField({ draft, onChange, onItems, onSending }: Props) {
  const { t } = useText();
  const box = useRef<HTMLTextAreaElement | null>(null);
  const add = (place: string) => {
    const { text } = draft;
    const at = box.current?.selectionStart ?? text.length;
    const next = `${text.slice(0, at)}{${place}}${text.slice(box.current?.selectionEnd ?? at)}`;
    if (next.length <= TEXT_MAX) onChange({ text: next }); // half a place is none
    box.current?.focus();
  };
  return (
    <div className={css.field}>
      <label htmlFor="mass-text">{t("mass.compose.text")}</label>
      <Input.TextArea
        id="mass-text"
        ref={(field) => {
          box.current = field?.resizableTextArea?.textArea ?? null;
        }}
        rows={6}
        maxLength={TEXT_MAX}
        showCount
        value={draft.text}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <div className={css.inline}>
        {PLACES.filter((place) => place !== "nickname" || !toGroups(draft)).map((place) => (
          <Button key={place} size="small" onClick={() => add(place)}>
            {t(`mass.compose.places.${place}`)}
          </Button>
        ))}
      </div>
      <AttachmentsField items={draft.items} onChange={onItems} onSending={onSending} />
    </div>
  );
}
