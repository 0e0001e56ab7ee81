import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Input, Modal } from "antd";
import { useState } from "react";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { PeoplePicker } from "@/ui/people-picker";
import { ProblemNote } from "@/ui/problem-note";
import { createGroup, openDirect } from "./actions";
import css from "./messages-page.module.css";

const MOST = 500;

/** One person makes a direct conversation, several make a group. */
export function NewConversation({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Card[]>([]);
  const [title, setTitle] = useState("");
  const [key] = useState(randomKey);
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const start = useMutation({
    mutationFn: () =>
      only
        ? openDirect(only.id)
        : createGroup(
            title.trim(),
            chosen.map((each) => each.id),
            key,
          ),
    onSuccess: (id) => {
      onClose();
      void navigate({ to: "/messages/$conversationId", params: { conversationId: String(id) } });
    },
  });
  return (
    <Modal
      open
      width={640}
      title={t("messaging.new.title")}
      okText={chosen.length > 1 ? t("messaging.new.group", { count: chosen.length + 1 }) : t("messaging.new.direct")}
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={start.isPending}
      cancelText={t("messaging.cancel")}
      onOk={() => start.mutate()}
      onCancel={onClose}
    >
      <PeoplePicker chosen={chosen} onChange={setChosen} most={MOST} autoFocus />
      {chosen.length > 1 ? (
        <Input
          className={css.groupTitle}
          maxLength={100}
          placeholder={t("messaging.new.groupTitle")}
          aria-label={t("messaging.new.groupTitle")}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      ) : (
        <p className={css.newHint}>{t("messaging.new.hint")}</p>
      )}
      <ProblemNote problem={start.error} />
    </Modal>
  );
}
