import { CloseOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useRef, useState } from "react";
import type { CustomerNote } from "@/api/customer-types";
import type { StoredFile } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useUploads } from "@/ui/forms/use-uploads";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { useSaveNote } from "./use-customers";

const FILES_MAX = 9;

interface Props {
  /** Of the customer. */
  id: number;
  /** Missing: a new one. */
  note?: CustomerNote;
  onClose?: () => void;
}

/** Writes down what was talked about, with files; or changes what was written. */
export function NoteForm({ id, note, onClose }: Props) {
  const { t } = useText();
  const [text, setText] = useState(note?.text ?? "");
  const [files, setFiles] = useState<StoredFile[]>(note?.files ?? []);
  const input = useRef<HTMLInputElement>(null);
  const sending = useUploads((file) => setFiles((before) => [...before, file].slice(0, FILES_MAX)));
  const save = useSaveNote(id, note?.id);
  const empty = text.trim() === "" && files.length === 0;
  const done = () => {
    setText("");
    setFiles([]);
  };
  const submit = () =>
    follow(save.mutateAsync({ text, files: files.map((file) => file.id) }), { onSuccess: onClose ?? done });
  return (
    <div className={css.stack}>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        aria-label={t(note ? "customer.notes.change" : "customer.notes.write")}
        placeholder={t("customer.notes.write")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {(files.length > 0 || sending.list.length > 0) && (
        <ul className={css.files}>
          {files.map((file) => (
            <li key={file.id} className={css.file}>
              <span className={css.cut}>{file.name}</span>
              <IconButton
                size="small"
                icon={<CloseOutlined />}
                label={t("customer.notes.removeFile", { name: file.name })}
                onClick={() => setFiles(files.filter((each) => each.id !== file.id))}
              />
            </li>
          ))}
          {sending.list.map((file) => (
            <li key={`sending-${file.key}`} className={css.file}>
              <span className={css.cut}>{file.name}</span>
              {file.problem ? <ProblemNote problem={file.problem} /> : <span>{Math.round(file.part * 100)} %</span>}
              <IconButton
                size="small"
                icon={<CloseOutlined />}
                label={t("customer.notes.removeFile", { name: file.name })}
                onClick={() => sending.remove(file.key)}
              />
            </li>
          ))}
        </ul>
      )}
      <ProblemNote problem={save.error} />
      <div className={css.inline}>
        <IconButton
          icon={<PaperClipOutlined />}
          label={t("customer.notes.attach")}
          disabled={files.length + sending.list.length >= FILES_MAX}
          onClick={() => input.current?.click()}
        />
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            sending.start([...(event.target.files ?? [])].slice(0, FILES_MAX - files.length));
            event.target.value = "";
          }}
        />
        <Button type="primary" disabled={empty || sending.list.length > 0} loading={save.isPending} onClick={submit}>
          {t(note ? "customer.save" : "customer.notes.add")}
        </Button>
        {onClose && <Button onClick={onClose}>{t("form.cancel")}</Button>}
      </div>
    </div>
  );
}
