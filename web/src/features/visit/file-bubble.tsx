import { useState } from "react";
import type { StoredFile } from "@/api/types";
import { fileSize } from "@/lib/sizes";
import css from "./chat.module.css";
import { Icon } from "./icons";
import { save, useMedia } from "./media";
import { tell } from "./store";
import { useWords } from "./words";

interface Place {
  conversation: number;
  seq: number;
}

const MOST_WIDE = 240;
const MOST_HIGH = 280;
const LEAST = 72;

/** The space a picture takes is known before its bytes are. */
export function pictureBox(file: Pick<StoredFile, "width" | "height">): { width: number; height: number } {
  const width = file.width ?? 200;
  const height = file.height ?? 150;
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return { width: Math.max(LEAST, Math.round(width * scale)), height: Math.max(LEAST, Math.round(height * scale)) };
}

interface PictureProps {
  file: StoredFile;
  /** Where the bytes are; absent while they are still on their way. */
  place?: Place;
  src?: string | null;
  onOpen?: () => void;
}

export function Picture({ file, place, src = null, onOpen }: PictureProps) {
  const { t } = useWords();
  const part = place ? (file.thumbnail ? "thumbnail" : "file") : null;
  const media = useMedia(place?.conversation ?? 0, place?.seq ?? 0, part);
  const box = pictureBox(file);
  const shown = media.src ?? src;
  return (
    <button
      type="button"
      className={css.picture}
      style={{ width: box.width, aspectRatio: `${box.width} / ${box.height}` }}
      disabled={!onOpen}
      aria-label={t("file.open", { name: file.name })}
      onClick={onOpen}
    >
      {shown ? <img src={shown} alt="" decoding="async" /> : <Icon name="picture" size={28} />}
    </button>
  );
}

export function FileBubble({ file, place, progress }: { file: StoredFile; place?: Place; progress?: number }) {
  const { t } = useWords();
  const size = fileSize(file.size);
  const inside = (
    <>
      <Icon name="document" size={28} />
      <span className={css.fileLines}>
        <span className={css.fileName}>{file.name}</span>
        <span className={css.fileSize}>{size}</span>
      </span>
      {progress !== undefined && <span className={css.progress} style={{ width: `${progress * 100}%` }} />}
    </>
  );
  if (!place) return <div className={css.file}>{inside}</div>;
  const fetchIt = () => save(place.conversation, place.seq, file.name).catch(() => tell(t("file.failed")));
  return (
    <button
      type="button"
      className={css.file}
      aria-label={t("file.save", { name: file.name, size })}
      onClick={() => void fetchIt()}
    >
      {inside}
    </button>
  );
}

/** Fetched when somebody presses play: the line may be slow and paid by the megabyte. */
export function VoiceBubble({ place }: { place: Place }) {
  const { t } = useWords();
  const [wanted, setWanted] = useState(false);
  const { src, failed } = useMedia(place.conversation, place.seq, wanted ? "file" : null);
  if (src) {
    return (
      // biome-ignore lint/a11y/useMediaCaption: a voice message has no captions
      <audio className={css.audio} controls autoPlay src={src} aria-label={t("file.voice")} />
    );
  }
  return (
    <button
      type="button"
      className={css.file}
      data-voice="true"
      aria-label={t("file.play")}
      onClick={() => setWanted(true)}
    >
      <Icon name="voice" size={24} />
      <span className={css.fileLines}>{failed ? t("file.failed") : t("file.voice")}</span>
    </button>
  );
}
