import { CloseOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useRef } from "react";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { fileSize } from "@/lib/sizes";
import { useUploads } from "@/ui/forms/use-uploads";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { type Draft, toGroups } from "./draft";
import css from "./mass.module.css";
import { PLACES } from "./places";

interface Props {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  /** Takes what there is then: several files may arrive one after the other. */
  onFiles: (next: (before: StoredFile[]) => StoredFile[]) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

const TEXT_MAX = 2_000;
const FILES_MAX = 9;

/** What is said, and what is attached. */
export function ContentField({ draft, onChange, ...rest }: Props) {
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
      <Attachments files={draft.files} {...rest} />
    </div>
  );
}

interface AttachmentsProps extends Pick<Props, "onFiles" | "onSending"> {
  files: StoredFile[];
}

function Attachments({ files, onFiles, onSending }: AttachmentsProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const uploads = useUploads((file) => onFiles((before) => [...before, file]), onSending);
  const room = FILES_MAX - files.length - uploads.list.length;
  const failed = uploads.list.find(({ problem }) => problem !== null);
  return (
    <>
      <ul className={css.files}>
        {files.map((file) => (
          <li key={file.id} className={css.file}>
            {file.name} · {fileSize(file.size)}
            <IconButton
              size="small"
              icon={<CloseOutlined />}
              label={t("mass.compose.remove", { name: file.name })}
              onClick={() => onFiles((before) => before.filter(({ id }) => id !== file.id))}
            />
          </li>
        ))}
        {uploads.list.map(({ key, name, part }) => (
          <li key={`sending-${key}`} className={css.file}>
            {name} · {Math.round(part * 100)} %
            <IconButton
              size="small"
              icon={<CloseOutlined />}
              label={t("mass.compose.remove", { name })}
              onClick={() => uploads.remove(key)}
            />
          </li>
        ))}
      </ul>
      <ProblemNote problem={failed?.problem} />
      <div className={css.inline}>
        <Button icon={<PaperClipOutlined />} disabled={room <= 0} onClick={() => input.current?.click()}>
          {t("mass.compose.attach")}
        </Button>
        <span className={css.small}>{t("mass.compose.attachHelp")}</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t("mass.compose.attach")}
          onChange={({ target }) => {
            uploads.start([...(target.files ?? [])].slice(0, room));
            target.value = "";
          }}
        />
      </div>
    </>
  );
}
