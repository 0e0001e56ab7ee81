import {
  CloseOutlined,
  DownloadOutlined,
  LeftOutlined,
  RightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { inlineUrl } from "@/lib/file-addresses";
import { useText } from "@/lib/i18n";
import type { ConversationLog } from "@/lib/log";
import { IconButton } from "@/ui/icon-button";
import { thumbnailUrl, ticket, useDownload } from "./downloads";
import css from "./image-viewer.module.css";

interface Props {
  log: ConversationLog;
  seq: number;
  onClose: () => void;
}

const STEP = 1.4;
const MOST = 8;
const LEAST = 0.2;
/** Tickets are good for ten minutes. */
const TICKET_MS = 8 * 60_000;

/** The pictures of what is loaded of a conversation, one at a time over everything else. */
export default function ImageViewer({ log, seq, onClose }: Props) {
  const { t } = useText();
  const download = useDownload();
  const pictures = (log.island ?? log.entries).filter((entry) => entry.kind === "IMAGE" && entry.body.file);
  const [shown, setShown] = useState(seq);
  const [zoom, setZoom] = useState(1);
  const dialog = useRef<HTMLDialogElement>(null);
  const at = pictures.findIndex((entry) => entry.seq === shown);
  const entry = pictures[at];
  const conversation = log.info.id;
  const full = useQuery({
    queryKey: ["picture", conversation, shown],
    queryFn: () => ticket(conversation, shown),
    staleTime: TICKET_MS,
  });
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (!entry) onClose(); // it was recalled
  }, [entry, onClose]);
  const go = (step: number) => {
    const next = pictures[at + step];
    if (!next) return;
    setShown(next.seq);
    setZoom(1);
  };
  const scale = (by: number) => setZoom((now) => Math.min(MOST, Math.max(LEAST, now * by)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "ArrowRight") go(1);
    else if (event.key === "+" || event.key === "=") scale(STEP);
    else if (event.key === "-") scale(1 / STEP);
  };
  const file = entry?.body.file;
  if (!entry || !file) return null;
  const preview = file.thumbnail ? thumbnailUrl(conversation, entry.seq) : undefined;
  const src = full.data ? inlineUrl(full.data.url) : preview;
  return createPortal(
    <dialog
      ref={dialog}
      className={css.viewer}
      aria-label={t("messaging.viewer.title")}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <header className={css.bar}>
        <span className={css.name}>
          {file.name}
          <span className={css.count}>
            {at + 1} / {pictures.length}
          </span>
        </span>
        <IconButton icon={<ZoomOutOutlined />} label={t("messaging.viewer.zoomOut")} onClick={() => scale(1 / STEP)} />
        <IconButton icon={<ZoomInOutlined />} label={t("messaging.viewer.zoomIn")} onClick={() => scale(STEP)} />
        <IconButton
          icon={<DownloadOutlined />}
          label={t("messaging.viewer.download")}
          onClick={() => download(conversation, entry.seq)}
        />
        <IconButton
          icon={<CloseOutlined />}
          label={t("messaging.viewer.close")}
          onClick={() => dialog.current?.close()}
        />
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the picture closes, Escape does too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes the dialog */}
      <div
        className={css.stage}
        onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
        onWheel={(event) => scale(event.deltaY < 0 ? 1.1 : 1 / 1.1)}
      >
        <img
          key={entry.seq}
          className={css.picture}
          src={src}
          alt={t("messaging.message.image", { name: file.name })}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          style={zoom === 1 ? undefined : { transform: `scale(${zoom})` }}
          onDoubleClick={() => setZoom((now) => (now === 1 ? 2 : 1))}
        />
      </div>
      {at > 0 && (
        <IconButton
          className={css.left}
          icon={<LeftOutlined />}
          label={t("messaging.viewer.previous")}
          onClick={() => go(-1)}
        />
      )}
      {at < pictures.length - 1 && (
        <IconButton
          className={css.right}
          icon={<RightOutlined />}
          label={t("messaging.viewer.next")}
          onClick={() => go(1)}
        />
      )}
    </dialog>,
    document.body,
  );
}
