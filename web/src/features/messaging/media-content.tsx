import { DownloadOutlined, FileImageOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { fileSize } from "@/lib/sizes";
import { FileIcon } from "@/ui/file-icon";
import { useDownload } from "./downloads";
import css from "./message.module.css";

const MOST_WIDE = 320;
const MOST_HIGH = 280;
const LEAST = 72;

/** The space a picture takes is known before its bytes are. */
export function pictureBox(file: Pick<StoredFile, "width" | "height">): { width: number; height: number } {
  const width = file.width ?? 200;
  const height = file.height ?? 150;
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return { width: Math.max(LEAST, Math.round(width * scale)), height: Math.max(LEAST, Math.round(height * scale)) };
}

interface ImageProps {
  file: StoredFile;
  src: string | undefined;
  onOpen?: () => void;
}

export function ImageContent({ file, src, onOpen }: ImageProps) {
  const { t } = useText();
  const [broken, setBroken] = useState(false);
  const box = pictureBox(file);
  return (
    <button
      type="button"
      className={css.picture}
      style={{ width: box.width, aspectRatio: `${box.width} / ${box.height}` }}
      onClick={onOpen}
      disabled={!onOpen}
      aria-label={t("messaging.message.openImage", { name: file.name })}
    >
      {src && !broken ? (
        <img src={src} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
      ) : (
        <FileImageOutlined aria-hidden="true" />
      )}
    </button>
  );
}

interface FileProps {
  file: StoredFile;
  /** Where the bytes are; absent while they are still on their way. */
  place?: { conversation: number; seq: number };
  progress?: number;
}

export function FileContent({ file, place, progress }: FileProps) {
  const { t } = useText();
  const download = useDownload();
  const size = fileSize(file.size);
  const body = (
    <>
      <FileIcon name={file.name} />
      <span className={css.fileLines}>
        <span className={css.fileName}>{file.name}</span>
        <span className={css.fileSize}>
          {progress === undefined ? size : t("messaging.state.uploading", { part: Math.round(progress * 100) })}
        </span>
      </span>
      {place && <DownloadOutlined className={css.fileAction} aria-hidden="true" />}
      {progress !== undefined && <span className={css.progress} style={{ width: `${progress * 100}%` }} />}
    </>
  );
  if (!place) return <div className={css.file}>{body}</div>;
  return (
    <button
      type="button"
      className={css.file}
      title={t("messaging.message.downloadFile", { name: file.name, size })}
      onClick={() => download(place.conversation, place.seq)}
    >
      {body}
    </button>
  );
}
