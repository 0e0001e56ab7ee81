import { CloseOutlined, FileImageOutlined, PaperClipOutlined, SmileOutlined } from "@ant-design/icons";
import { App, Button, Input, Popover } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { nameOf, usePerson } from "@/api/people";
import type { Conversation } from "@/api/types";
import { isApp, isThread } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { usePreferences } from "@/lib/preferences";
import { IconButton } from "@/ui/icon-button";
import { tellTyping } from "./actions";
import { bodyOf, mentionAt, sends } from "./compose";
import css from "./composer.module.css";
import { changeDraft, useDraft } from "./drafts";
import { EmojiPanel } from "./emoji-panel";
import { type Mentioned, MentionPicker } from "./mention-picker";
import { outbox } from "./outbox";
import { useSendFiles } from "./use-send-files";

interface Props {
  info: Conversation;
  title: string;
  /** Rises when the text should be ready for typing, for instance after choosing to reply. */
  focusTimes: number;
}

const MOST_BYTES = 16 * 1024;
const TYPING_EVERY_MS = 3_000;

/** Where messages are written. Enter sends, except while an input method is composing. */
export function Composer({ info, title, focusTimes }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const phone = usePhone();
  const sendKey = usePreferences((preferences) => preferences.sendKey);
  const sendFiles = useSendFiles(info.id);
  const draft = useDraft(info.id);
  const area = useRef<TextAreaRef>(null);
  const files = useRef<HTMLInputElement>(null);
  const typedAt = useRef(0);
  const [caret, setCaret] = useState(0);
  const [emoji, setEmoji] = useState(false);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const asked = mentionAt(draft.text, caret);
  const picking = info.kind === "GROUP" && asked !== null && asked.from !== dismissed ? asked : null;

  useEffect(() => {
    if (!phone || focusTimes > 0) area.current?.focus({ cursor: "end" });
  }, [focusTimes, phone]);

  if (isApp(info)) return <p className={css.closed}>{t("messaging.composer.app")}</p>;
  if (isThread(info) && info.closed) return <p className={css.closed}>{t("messaging.composer.ended")}</p>;
  const gone = info.kind === "DIRECT" && info.peer !== null && info.peer !== undefined && info.peer.state !== "ACTIVE";
  if (gone && info.peer?.state !== "INVITED") return <p className={css.closed}>{t("messaging.composer.peerGone")}</p>;

  function type(event: ChangeEvent<HTMLTextAreaElement>) {
    changeDraft(info.id, { text: event.target.value });
    setCaret(event.target.selectionStart);
    if (Date.now() - typedAt.current > TYPING_EVERY_MS) {
      typedAt.current = Date.now();
      tellTyping(info.id);
    }
  }

  function send() {
    const body = bodyOf(draft);
    if (!body) return;
    if (new TextEncoder().encode(body.text).length > MOST_BYTES) {
      void message.error(t("messaging.composer.tooLong"));
      return;
    }
    outbox.send(info.id, "TEXT", body, draft.replyTo);
    changeDraft(info.id, null);
    setCaret(0);
    area.current?.focus();
  }

  function insert(text: string, from = caret, to = caret) {
    changeDraft(info.id, { text: draft.text.slice(0, from) + text + draft.text.slice(to) });
    const place = from + text.length;
    setCaret(place);
    requestAnimationFrame(() => {
      const element = area.current?.resizableTextArea?.textArea;
      element?.focus();
      element?.setSelectionRange(place, place);
    });
  }

  function mention(person: Mentioned) {
    if (!picking) return;
    if (person.id === null) changeDraft(info.id, { mentionAll: true });
    else changeDraft(info.id, { mentions: [...draft.mentions, { id: person.id, name: person.name }] });
    insert(`@${person.name} `, picking.from, caret);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // keyCode 229: some browsers end the composition before they send Enter.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (!picking && !phone && sends(event, sendKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && draft.replyTo) changeDraft(info.id, { replyTo: null });
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    sendFiles(pasted);
  }

  return (
    <div className={css.composer}>
      {draft.replyTo && <ReplyPreview sender={draft.replyTo.sender} text={draft.replyTo.excerpt ?? ""} id={info.id} />}
      {picking && (
        <MentionPicker
          info={info}
          query={picking.query}
          onChoose={mention}
          onClose={() => setDismissed(picking.from)}
        />
      )}
      <Input.TextArea
        ref={area}
        className={css.area}
        variant="borderless"
        aria-label={t("messaging.composer.label")}
        placeholder={t("messaging.composer.placeholder", { title })}
        autoSize={{ minRows: phone ? 1 : 2, maxRows: 8 }}
        value={draft.text}
        onChange={type}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <div className={css.bar}>
        <Popover
          trigger="click"
          open={emoji}
          onOpenChange={setEmoji}
          placement="topLeft"
          content={<EmojiPanel onChoose={(sign) => insert(sign)} />}
        >
          <IconButton icon={<SmileOutlined />} label={t("messaging.composer.emoji")} />
        </Popover>
        {info.kind === "GROUP" && (
          <IconButton
            icon={<span aria-hidden="true">@</span>}
            label={t("messaging.composer.mention")}
            onClick={() => insert("@")}
          />
        )}
        <IconButton
          icon={<FileImageOutlined />}
          label={t("messaging.composer.image")}
          onClick={() => pick(files.current, "image/*")}
        />
        <IconButton
          icon={<PaperClipOutlined />}
          label={t("messaging.composer.file")}
          onClick={() => pick(files.current, "")}
        />
        <input
          ref={files}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            sendFiles(event.target.files ?? []);
            event.target.value = "";
          }}
        />
        {!phone && <span className={css.hint}>{t(`messaging.composer.hints.${sendKey}`)}</span>}
        <Button type="primary" className={css.send} disabled={draft.text.trim() === ""} onClick={send}>
          {t("messaging.composer.send")}
        </Button>
      </div>
    </div>
  );
}

function pick(input: HTMLInputElement | null, accept: string) {
  if (!input) return;
  input.accept = accept;
  input.click();
}

function ReplyPreview({ sender, text, id }: { sender: number; text: string; id: number }) {
  const { t } = useText();
  const name = nameOf(usePerson(sender));
  return (
    <div className={css.reply}>
      <span className={css.replyText}>
        <strong>{t("messaging.composer.replyTo", { name })}</strong> {text}
      </span>
      <IconButton
        size="small"
        icon={<CloseOutlined />}
        label={t("messaging.composer.noReply")}
        onClick={() => changeDraft(id, { replyTo: null })}
      />
    </div>
  );
}
