import { DownloadOutlined, InboxOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { type DragEvent, useRef, useState } from "react";
import type { CustomerImport } from "@/api/crm-types";
import type { Card } from "@/api/types";
import { upload } from "@/api/upload";
import { useText } from "@/lib/i18n";
import { PeopleField } from "@/ui/people-field";
import { ProblemNote } from "@/ui/problem-note";
import css from "./import.module.css";
import { fileFlaw } from "./import-state";
import { importsKey, templateHref, uploadPath } from "./use-import";

/** The template, who gets rows without anybody, and the file itself: chosen or dropped. */
export function ImportUpload({ onUploaded }: { onUploaded: (created: CustomerImport) => void }) {
  const { t } = useText();
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [member, setMember] = useState<Card[]>([]);
  const [part, setPart] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const [flaw, setFlaw] = useState<"wrongType" | "tooBig" | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (file: File | undefined) => {
    if (!file || part !== null) return;
    const found = fileFlaw(file);
    setFlaw(found);
    setProblem(null);
    if (found) return;
    setPart(0);
    try {
      const created = await upload<CustomerImport>(uploadPath(member[0]?.id ?? null), file, setPart).done;
      await cache.invalidateQueries({ queryKey: importsKey });
      onUploaded(created);
    } catch (error) {
      setProblem(error);
    } finally {
      setPart(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  const busy = part === 1 ? t("crm.import.reading") : t("crm.import.uploading");
  return (
    <section className={css.stack} aria-label={t("crm.import.title")}>
      <div className={css.inline}>
        <Button icon={<DownloadOutlined />} href={templateHref} download>
          {t("crm.import.template")}
        </Button>
        <span className={css.quiet}>{t("crm.import.columns")}</span>
      </div>
      <PeopleField label={t("crm.import.member")} chosen={member} most={1} onChange={setMember} />
      <button
        type="button"
        className={css.drop}
        data-over={over || undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined className={css.dropIcon} aria-hidden />
        <span className={css.dropName}>{part === null ? t("crm.import.drop") : busy}</span>
        <span className={css.quiet}>{t("crm.import.dropHelp")}</span>
        {part !== null && <Progress percent={Math.round(part * 100)} aria-label={busy} />}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={t("crm.import.choose")}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <div aria-live="polite">
        {flaw && <p className={css.flaw}>{t(`crm.import.${flaw}`)}</p>}
        <ProblemNote problem={problem} />
      </div>
    </section>
  );
}
