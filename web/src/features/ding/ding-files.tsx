import { CaretRightOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { StoredFile } from "@/api/types";
import { inlineUrl, saveFrom } from "@/lib/file-addresses";
import { useText } from "@/lib/i18n";
import { fileSize } from "@/lib/sizes";
import { FileIcon } from "@/ui/file-icon";
import { ProblemNote } from "@/ui/problem-note";
import css from "./ding-detail.module.css";
import { fileTicket } from "./use-dings";

/** The address is fetched when somebody wants to hear it: it is good for a short time only. */
export function RecordingPlayer({ ding }: { ding: number }) {
  const { t } = useText();
  const open = useMutation({ mutationFn: () => fileTicket(ding, "recording") });
  if (open.data) {
    const src = inlineUrl(open.data.url);
    // biome-ignore lint/a11y/useMediaCaption: a voice message has no captions
    return <audio className={css.audio} controls autoPlay src={src} aria-label={t("ding.detail.recording")} />;
  }
  return (
    <div>
      <Button icon={<CaretRightOutlined />} loading={open.isPending} onClick={() => open.mutate()}>
        {t("ding.detail.play")}
      </Button>
      <ProblemNote problem={open.error} />
    </div>
  );
}

export function AttachmentLink({ ding, file }: { ding: number; file: StoredFile }) {
  const { t } = useText();
  const size = fileSize(file.size);
  const download = useMutation({
    mutationFn: () => fileTicket(ding, "attachment"),
    onSuccess: ({ url }) => saveFrom(url),
  });
  return (
    <div>
      <button
        type="button"
        className={css.file}
        aria-label={t("ding.detail.openFile", { name: file.name, size })}
        disabled={download.isPending}
        onClick={() => download.mutate()}
      >
        <FileIcon name={file.name} />
        <span className={css.fileName}>{file.name}</span>
        <span className={css.fileSize}>{size}</span>
      </button>
      <ProblemNote problem={download.error} />
    </div>
  );
}
