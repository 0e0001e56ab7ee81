import { AimOutlined, DownloadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useEffect, useState } from "react";
import { nameOf, usePerson } from "@/api/people";
import type { Conversation, Entry } from "@/api/types";
import { useText } from "@/lib/i18n";
import type { ConversationLog } from "@/lib/log";
import { fileSize } from "@/lib/sizes";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { FileIcon } from "@/ui/file-icon";
import { IconButton } from "@/ui/icon-button";
import { thumbnailUrl, useDownload } from "./downloads";
import { PagedList } from "./paged-list";
import css from "./side-panel.module.css";
import { usePaged } from "./use-paged";

type Kind = "ALL" | "IMAGE" | "FILE";

/** Everything that was sent here as a file, newest first. */
export default function FilesPanel({ log, onShow }: { log: ConversationLog; onShow: (seq: number) => void }) {
  const { t } = useText();
  const cache = useQueryClient();
  const [kind, setKind] = useState<Kind>("ALL");
  const { info } = log;
  const key = ["conversation-files", info.id] as const;
  const pages = usePaged<Entry>([...key, kind], `/api/conversations/${info.id}/files`, {
    kind: kind === "ALL" ? undefined : kind,
  });
  const files = log.entries.filter((entry) => entry.body.file).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file came or was recalled; other words change nothing here
  useEffect(() => {
    void cache.invalidateQueries({ queryKey: key });
  }, [files]);
  return (
    <>
      <div className={css.tools}>
        <Segmented<Kind>
          block
          style={{ flex: 1 }}
          value={kind}
          onChange={setKind}
          options={[
            { value: "ALL", label: t("messaging.files.all") },
            { value: "IMAGE", label: t("messaging.files.images") },
            { value: "FILE", label: t("messaging.files.documents") },
          ]}
        />
      </div>
      <PagedList
        pages={pages}
        label={t("messaging.drawer.files")}
        rowHeight={64}
        idOf={(entry) => entry.seq}
        empty={<EmptyState title={t("messaging.files.empty")} text={t("messaging.files.emptyText")} />}
        row={(entry) => <FileRow info={info} entry={entry} onShow={onShow} />}
      />
    </>
  );
}

function FileRow({ info, entry, onShow }: { info: Conversation; entry: Entry; onShow: (seq: number) => void }) {
  const { t, locale } = useText();
  const sender = usePerson(entry.sender);
  const download = useDownload();
  const { file } = entry.body;
  if (!file) return null;
  return (
    <div className={css.fileRow}>
      {file.thumbnail ? (
        <img className={css.thumb} src={thumbnailUrl(info.id, entry.seq)} alt="" loading="lazy" />
      ) : (
        <FileIcon name={file.name} size={44} />
      )}
      <span className={css.names}>
        <span className={css.name} title={file.name}>
          {file.name}
        </span>
        <span className={css.sub}>
          {fileSize(file.size)} · {nameOf(sender)} · {dayAndClock(entry.at, locale)}
        </span>
      </span>
      <IconButton
        size="small"
        icon={<AimOutlined />}
        label={t("messaging.files.show")}
        onClick={() => onShow(entry.seq)}
      />
      <IconButton
        size="small"
        icon={<DownloadOutlined />}
        label={t("messaging.message.download")}
        onClick={() => download(info.id, entry.seq)}
      />
    </div>
  );
}
