import { useQuery } from "@tanstack/react-query";
import { App, Drawer, Skeleton } from "antd";
import { useState } from "react";
import { memberQuery } from "@/api/directory";
import { useSession } from "@/api/session";
import type { Member } from "@/api/types";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { isAdmin } from "@/lib/rights";
import { ProblemNote } from "@/ui/problem-note";
import { ApprovalHandOver } from "./approval-hand-over";
import { MemberForm } from "./member-form";
import { ResetLink } from "./reset-link";
import { RightsForm } from "./rights-form";
import { StateButtons } from "./state-buttons";

interface Props {
  /** null: somebody new. */
  id: number | null;
  onClose: () => void;
  onCreated: (id: number) => void;
}

export function MemberDrawer({ id, onClose, onCreated }: Props) {
  const { t } = useText();
  const { modal } = App.useApp();
  const phone = usePhone();
  const [dirty, setDirty] = useState(false);
  const member = useQuery({ ...memberQuery(id ?? 0), enabled: id !== null });
  const close = () => {
    if (!dirty) return onClose();
    modal.confirm({
      title: t("form.discardTitle"),
      content: t("form.discardText"),
      okText: t("form.discard"),
      cancelText: t("form.stay"),
      okButtonProps: { danger: true },
      onOk: onClose,
    });
  };
  const title = id === null ? t("admin.member.createTitle") : (member.data?.name ?? "…");
  return (
    <Drawer open onClose={close} size={phone ? "100%" : 560} title={title} mask={{ closable: !dirty }}>
      <ProblemNote problem={member.error} />
      {id !== null && member.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {id === null && <MemberForm member={null} onDirty={setDirty} onSaved={(saved) => onCreated(saved.id)} />}
      {member.data && <Known member={member.data} onDirty={setDirty} />}
    </Drawer>
  );
}

function Known({ member, onDirty }: { member: Member; onDirty: (dirty: boolean) => void }) {
  const { grants, member: me } = useSession();
  const present = member.state !== "LEFT";
  const owner = member.grants.includes("OWNER");
  return (
    <>
      {present && <MemberForm key={member.id} member={member} onDirty={onDirty} />}
      {member.id !== me.id && !owner && <StateButtons member={member} />}
      {present && member.id !== me.id && (grants.includes("OWNER") || !owner) && <ResetLink member={member} />}
      {present && isAdmin(grants) && member.id !== me.id && <RightsForm member={member} />}
      {isAdmin(grants) && <ApprovalHandOver member={member} />}
    </>
  );
}
