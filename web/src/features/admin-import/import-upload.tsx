import { DownloadOutlined, InboxOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { upload } from "@/api/upload";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./import-page.module.css";
import { fileFlaw, type Import } from "./use-import";

export function ImportUpload({ onUploaded }: { onUploaded: (created: Import) => void }) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
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
      onUploaded(await upload<Import>("/api/imports", file, setPart).done);
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
  return (
    <>
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
        <span className={css.dropName}>{part === null ? t("admin.import.drop") : t("admin.import.uploading")}</span>
        <span className={css.quiet}>{t("admin.import.dropHelp")}</span>
        {part !== null && <Progress percent={Math.round(part * 100)} aria-label={t("admin.import.uploading")} />}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={t("admin.import.choose")}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <div aria-live="polite">
        {flaw && <p className={css.flaw}>{t(`admin.import.${flaw}`)}</p>}
        <ProblemNote problem={problem} />
      </div>
      <div className={css.help}>
        <Button icon={<DownloadOutlined />} href="/api/imports/template.xlsx">
          {t("admin.import.template")}
        </Button>
        <p className={css.quiet}>{t("admin.import.columns")}</p>
      </div>
    </>
  );
}
