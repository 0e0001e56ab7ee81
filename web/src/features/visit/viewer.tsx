import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ConversationLog } from "@/lib/log";
import css from "./chat.module.css";
import { Icon } from "./icons";
import { save, useMedia } from "./media";
import { tell } from "./store";
import { useWords } from "./words";

interface Props {
  log: ConversationLog;
  seq: number;
  onClose: () => void;
}

/** A picture over everything; arrow keys and a swipe go to the next one. */
export default function Viewer({ log, seq, onClose }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const touched = useRef(0);
  const [shown, setShown] = useState(seq);
  const pictures = log.entries.filter((entry) => entry.kind === "IMAGE" && entry.body.file);
  const at = pictures.findIndex((entry) => entry.seq === shown);
  const file = pictures[at]?.body.file;
  const conversation = log.info.id;
  const small = useMedia(conversation, shown, file?.thumbnail ? "thumbnail" : null);
  const full = useMedia(conversation, shown, "file");
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    if (!file) onClose(); // it was recalled
  });
  const go = (step: number) => {
    const next = pictures[at + step];
    if (next) setShown(next.seq);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "ArrowRight") go(1);
  };
  if (!file) return null;
  const src = full.src ?? small.src ?? undefined;
  return (
    <dialog
      ref={dialog}
      className={css.viewer}
      aria-label={t("file.viewer")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
      onClick={(event) => !(event.target instanceof HTMLButtonElement) && onClose()}
      onTouchStart={(event) => {
        touched.current = event.touches[0]?.clientX ?? 0;
      }}
      onTouchEnd={(event) => {
        const moved = (event.changedTouches[0]?.clientX ?? 0) - touched.current;
        if (Math.abs(moved) > 60) go(moved > 0 ? -1 : 1);
      }}
    >
      <header className={css.viewerBar}>
        <span>
          {at + 1} / {pictures.length}
        </span>
        <button type="button" onClick={() => save(conversation, shown, file.name).catch(() => tell(t("file.failed")))}>
          {t("file.original")}
        </button>
        <button type="button" aria-label={t("close")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <img src={src} alt={file.name} width={file.width ?? undefined} height={file.height ?? undefined} />
    </dialog>
  );
}
