import { AudioOutlined, CloseOutlined, PaperClipOutlined, StopOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import type { StoredFile } from "@/api/types";
import { type Upload, upload } from "@/api/upload";
import { useText } from "@/lib/i18n";
import { mayRecord } from "@/lib/may-record";
import { fileSize } from "@/lib/sizes";
import { useRecorder } from "@/lib/use-recorder";
import { ProblemNote } from "@/ui/problem-note";
import css from "./compose.module.css";
import { useNow } from "./use-now";

interface Props {
  attachment: StoredFile | null;
  recording: StoredFile | null;
  onChange: (changes: { attachment?: StoredFile | null; recording?: StoredFile | null }) => void;
}

/** One attachment and one recording. */
export function FilesField({ attachment, recording, onChange }: Props) {
  const { t } = useText();
  const attach = useUpload((file) => onChange({ attachment: file }));
  const speak = useUpload((file) => onChange({ recording: file }));
  return (
    <div className={css.files}>
      {attachment ? (
        <FileChip name={attachment.name} size={attachment.size} onRemove={() => onChange({ attachment: null })} />
      ) : (
        <FileButton
          icon={<PaperClipOutlined />}
          label={t("ding.compose.attach")}
          part={attach.part}
          onFile={attach.start}
        />
      )}
      {recording ? (
        <FileChip
          name={t("ding.compose.recorded")}
          size={recording.size}
          onRemove={() => onChange({ recording: null })}
        />
      ) : mayRecord() ? (
        <RecordButton part={speak.part} onFile={speak.start} />
      ) : (
        <FileButton
          icon={<AudioOutlined />}
          label={t("ding.compose.recordFile")}
          accept="audio/*"
          part={speak.part}
          onFile={speak.start}
        />
      )}
      {!mayRecord() && !recording && <p className={css.help}>{t("ding.compose.recordInsecure")}</p>}
      <ProblemNote problem={attach.problem ?? speak.problem} />
    </div>
  );
}

/** Sends a file to the server; `part` is how much has left, null when nothing is on its way. */
function useUpload(onDone: (file: StoredFile) => void) {
  const [part, setPart] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const task = useRef<Upload<StoredFile> | null>(null);
  const start = (file: File) => {
    task.current?.cancel();
    setProblem(null);
    setPart(0);
    const sending = upload<StoredFile>("/api/files", file, setPart);
    task.current = sending;
    sending.done
      .then(onDone, (error) => !(error instanceof DOMException) && setProblem(error))
      .finally(() => setPart(null));
  };
  return { part, problem, start };
}

interface FileButtonProps {
  icon: React.ReactNode;
  label: string;
  accept?: string;
  part: number | null;
  onFile: (file: File) => void;
}

function FileButton({ icon, label, accept, part, onFile }: FileButtonProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button icon={icon} loading={part !== null} onClick={() => input.current?.click()}>
        {part === null ? label : t("ding.compose.attaching", { part: Math.round(part * 100) })}
      </Button>
    </>
  );
}

function RecordButton({ part, onFile }: { part: number | null; onFile: (file: File) => void }) {
  const { t } = useText();
  const { state, start, stop } = useRecorder(onFile);
  const recording = state.name === "recording";
  const now = useNow(recording);
  if (recording) {
    const seconds = Math.max(0, Math.floor((now - state.since) / 1000));
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    return (
      <Button danger icon={<StopOutlined />} onClick={stop}>
        <span className="tabular">{t("ding.compose.recordStop", { time })}</span>
      </Button>
    );
  }
  return (
    <>
      <Button icon={<AudioOutlined />} loading={part !== null} onClick={start}>
        {part === null ? t("ding.compose.record") : t("ding.compose.attaching", { part: Math.round(part * 100) })}
      </Button>
      {state.name === "failed" && (
        <p className={css.flaw} role="alert">
          {t("ding.compose.recordFailed")}
        </p>
      )}
    </>
  );
}

function FileChip({ name, size, onRemove }: { name: string; size: number; onRemove: () => void }) {
  const { t } = useText();
  return (
    <span className={css.chip}>
      <span className={css.chipName}>{name}</span>
      <span className={css.help}>{fileSize(size)}</span>
      <button
        type="button"
        className={css.chipRemove}
        aria-label={t("ding.compose.removeFile", { name })}
        onClick={onRemove}
      >
        <CloseOutlined />
      </button>
    </span>
  );
}
