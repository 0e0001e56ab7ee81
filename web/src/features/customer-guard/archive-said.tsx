import { PaperClipOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { ArchiveMessage } from "@/api/guard-types";
import { api } from "@/api/http";
import { saveFrom } from "@/lib/file-addresses";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { absolute } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./guard.module.css";

/** A message as it was said, with who said it and when. */
export function ArchiveSaid({ message }: { message: ArchiveMessage }) {
  const { t } = useText();
  const { text, file, recalledAt } = message;
  if (message.withheld) {
    return (
      <span className={css.words}>
        <span className={css.meta}>
          {t("guard.archive.withheldWho")} · {absolute(message.at)}
        </span>
        <span className={css.quiet}>{t("guard.archive.withheld")}</span>
      </span>
    );
  }
  return (
    <span className={css.words}>
      <span className={css.meta}>
        {message.sender}
        {message.byCustomer && ` · ${t("guard.archive.customer")}`} · {absolute(message.at)}
        {recalledAt && ` · ${t("guard.archive.recalled", { time: absolute(recalledAt) })}`}
      </span>
      {text !== null && <span>{message.kind === "CARD" ? t("guard.archive.card", { text }) : text}</span>}
      {file && <FileLink message={message} name={file.name} />}
      {text === null && !file && <span className={css.quiet}>{t("guard.archive.recalledGone")}</span>}
    </span>
  );
}

function FileLink({ message, name }: { message: ArchiveMessage; name: string }) {
  const { t } = useText();
  const { conversationId, seq } = message;
  const open = useMutation({
    mutationFn: () => api.post<{ url: string }>(`/api/archive/threads/${conversationId}/messages/${seq}/ticket`),
  });
  return (
    <>
      <Button
        icon={<PaperClipOutlined />}
        loading={open.isPending}
        aria-label={t("guard.archive.file", { name })}
        style={{ alignSelf: "flex-start", maxWidth: "100%" }}
        onClick={() => follow(open.mutateAsync(), { onSuccess: ({ url }) => saveFrom(url) })}
      >
        {name}
      </Button>
      <ProblemNote problem={open.error} />
    </>
  );
}
