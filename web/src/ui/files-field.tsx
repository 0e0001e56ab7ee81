import { CloseOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef } from "react";
import type { StoredFile } from "@/api/types";
import { fileSize } from "@/lib/sizes";
import css from "./files-field.module.css";
import { useUploads } from "./forms/use-uploads";
import { IconButton } from "./icon-button";
import { ProblemNote } from "./problem-note";

interface Props {
  files: StoredFile[];
  most: number;
  disabled?: boolean;
  words: { add: string; remove: (name: string) => string };
  /** Takes what there is then: several files may arrive one after the other. */
  onChange: (next: (before: StoredFile[]) => StoredFile[]) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

/** Files that are sent along. */
export function FilesField({ files, most, disabled, words, onChange, onSending }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const sending = useUploads((file) => onChange((before) => [...before, file].slice(0, most)), onSending);
  const room = most - files.length - sending.list.length;
  return (
    <div className={css.field}>
      <ul className={css.files}>
        {files.map((file) => (
          <li key={file.id} className={css.file}>
            <span className={css.cut}>{file.name}</span>
            <span className={css.size}>{fileSize(file.size)}</span>
            {!disabled && (
              <IconButton
                size="small"
                icon={<CloseOutlined />}
                label={words.remove(file.name)}
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
              label={words.remove(file.name)}
              onClick={() => sending.remove(file.key)}
            />
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button
          className={css.add}
          icon={<PaperClipOutlined />}
          disabled={room <= 0}
          onClick={() => input.current?.click()}
        >
          {words.add}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        className={css.hidden}
        onChange={(event) => {
          sending.start([...(event.target.files ?? [])].slice(0, room));
          event.target.value = "";
        }}
      />
    </div>
  );
}
