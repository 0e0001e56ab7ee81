import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Card, Conversation } from "@/api/types";
import { useText } from "@/lib/i18n";
import { PeoplePicker } from "@/ui/people-picker";
import { ProblemNote } from "@/ui/problem-note";

/** One request adds at most so many. */
const MOST = 500;

export function AddMembers({ info, onClose }: { info: Conversation; onClose: () => void }) {
  const { t } = useText();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<Card[]>([]);
  const add = useMutation({
    mutationFn: () => api.post(`/api/conversations/${info.id}/members`, { memberIds: chosen.map((each) => each.id) }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["conversation-members", info.id] });
      onClose();
    },
  });
  return (
    <Modal
      open
      width={640}
      title={t("messaging.members.add")}
      okText={t("messaging.members.addAction", { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={add.isPending}
      cancelText={t("messaging.cancel")}
      onOk={() => add.mutate()}
      onCancel={onClose}
    >
      <PeoplePicker chosen={chosen} onChange={setChosen} most={MOST} />
      <ProblemNote problem={add.error} />
    </Modal>
  );
}
