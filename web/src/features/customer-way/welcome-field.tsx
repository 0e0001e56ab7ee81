import { Button, Input } from "antd";
import { useId, useRef } from "react";
import { useText } from "@/lib/i18n";
import { AttachmentsField } from "@/ui/attachments/attachments-field";
import css from "./way.module.css";
import type { WelcomeDraft } from "./way-draft";

const TEXT_MOST = 1_000;
const NICKNAME = "{nickname}";

interface Props {
  value: WelcomeDraft;
  help: string;
  /** Takes what there is then: several files may arrive one after the other. */
  onChange: (next: (before: WelcomeDraft) => WelcomeDraft) => void;
  onSending: (sending: boolean) => void;
}

/** The first words: a text in which the customer is called by name, and what is sent after it. */
export function WelcomeField({ value, help, onChange, onSending }: Props) {
  const { t } = useText();
  const id = useId();
  const box = useRef<HTMLTextAreaElement | null>(null);
  const setText = (text: string) => onChange((before) => ({ ...before, text: text.slice(0, TEXT_MOST) }));
  const addName = () => {
    const field = box.current;
    const at = field?.selectionStart ?? value.text.length;
    setText(value.text.slice(0, at) + NICKNAME + value.text.slice(field?.selectionEnd ?? at));
    field?.focus();
  };
  return (
    <div className={css.field}>
      <label htmlFor={id}>{t("way.card.welcome")}</label>
      <Input.TextArea
        id={id}
        ref={(field) => {
          box.current = field?.resizableTextArea?.textArea ?? null;
        }}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={TEXT_MOST}
        showCount
        value={value.text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={css.line}>
        <Button size="small" onClick={addName}>
          {t("way.welcome.nickname")}
        </Button>
        <span className={css.small}>{help}</span>
      </div>
      <AttachmentsField
        items={value.items}
        onChange={(next) => onChange((before) => ({ ...before, items: next(before.items) }))}
        onSending={onSending}
      />
    </div>
  );
}
