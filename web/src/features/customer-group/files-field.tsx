import { CloseOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef } from "react";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { useUploads } from "@/ui/forms/use-uploads";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./group.module.css";

interface Props {
  files: StoredFile[];
  most: number;
  disabled?: boolean;
  /** Takes what there is then: several files may arrive one after the other. */
  onChange: (next: (before: StoredFile[]) => StoredFile[]) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

/** Files that are sent along. */
export function FilesField({ files, most, disabled, onChange, onSending }: Props) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const sending = useUploads((file) => onChange((before) => [...before, file].slice(0, most)), onSending);
  const full = files.length + sending.list.length >= most;
  return (
    <div className={css.field}>
      <ul className={css.files}>
        {files.map((file) => (
          <li key={file.id} className={css.file}>
            <span className={css.cut}>{file.name}</span>
            {!disabled && (
              <IconButton
                size="small"
                icon={<CloseOutlined />}
                label={t("customerGroup.files.remove", { name: file.name })}
                onClick={() => onChange((before) => before.filter((each) => each.id !== file.id))}
              />
            )}
          </li>
        ))}
        {sending.list.map((file) => (
          <li key={`sending-${file.key}`} className={css.file}>
            <span className={css.cut}>{file.name}</span>
            {file.problem ? <ProblemNote problem={file.problem} /> : <span>{Math.round(file.part * 100)} %</span>}
            <IconButton
              size="small"
              icon={<CloseOutlined />}
              label={t("customerGroup.files.remove", { name: file.name })}
              onClick={() => sending.remove(file.key)}
            />
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button
          className={css.span}
          icon={<PaperClipOutlined />}
          disabled={full}
          onClick={() => input.current?.click()}
        >
          {t("customerGroup.files.add", { count: most })}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        className={css.hidden}
        onChange={(event) => {
          sending.start([...(event.target.files ?? [])].slice(0, most - files.length - sending.list.length));
          event.target.value = "";
        }}
      />
    </div>
  );
}
