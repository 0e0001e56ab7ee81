import { CloseOutlined, PictureOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { useUploads } from "@/ui/forms/use-uploads";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./moment.module.css";

const MOST = 9;

interface Props {
  files: StoredFile[];
  onChange: (change: (before: StoredFile[]) => StoredFile[]) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

/** Up to nine pictures, or one video, in the order in which they stand. */
export function PicturesField({ files, onChange, onSending }: Props) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [previews, setPreviews] = useState<Record<number, string>>({});
  const sending = useUploads((file, picture) => {
    if (picture) setPreviews((before) => ({ ...before, [file.id]: picture }));
    onChange((before) => [...before, file].slice(0, MOST));
  }, onSending);
  const busy = sending.list.length > 0;
  const video = files.some((file) => file.type.startsWith("video/"));
  const full = video || files.length + sending.list.length >= MOST;
  return (
    <div className={css.stack}>
      {(files.length > 0 || busy) && (
        <ul className={css.uploads}>
          {files.map((file) => (
            <li key={file.id} className={css.upload}>
              {previews[file.id] ? <img src={previews[file.id]} alt="" /> : null}
              <span className={css.cut}>{file.name}</span>
              <IconButton
                size="small"
                icon={<CloseOutlined />}
                label={t("moment.write.removeFile", { name: file.name })}
                onClick={() => onChange((before) => before.filter((each) => each.id !== file.id))}
              />
            </li>
          ))}
          {sending.list.map((file) => (
            <li key={`sending-${file.key}`} className={css.upload}>
              <span className={css.cut}>{file.name}</span>
              {file.problem ? <ProblemNote problem={file.problem} /> : <span>{Math.round(file.part * 100)} %</span>}
              <IconButton
                size="small"
                icon={<CloseOutlined />}
                label={t("moment.write.removeFile", { name: file.name })}
                onClick={() => sending.remove(file.key)}
              />
            </li>
          ))}
        </ul>
      )}
      <span className={css.inline}>
        <Button icon={<PictureOutlined />} disabled={full} onClick={() => input.current?.click()}>
          {t("moment.write.files")}
        </Button>
        <span className={css.small}>{t("moment.write.filesHelp")}</span>
      </span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="image/*,video/mp4,video/webm,video/quicktime"
        onChange={(event) => {
          sending.start([...(event.target.files ?? [])].slice(0, MOST - files.length - sending.list.length));
          event.target.value = "";
        }}
      />
    </div>
  );
}
