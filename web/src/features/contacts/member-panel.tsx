import { CloseOutlined, CopyOutlined, MessageOutlined, NotificationOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Drawer, Skeleton } from "antd";
import type { ReactNode } from "react";
import { memberQuery } from "@/api/directory";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import type { Conversation, Member } from "@/api/types";
import { copyText } from "@/lib/copy";
import { useText } from "@/lib/i18n";
import { phoneText } from "@/lib/login-text";
import { useMedia, useWide } from "@/lib/media";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./member-panel.module.css";
import { StateTag } from "./person-row";

/** A person's card: a fourth column on wide screens, over the page on small ones. */
export function MemberPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText();
  const wide = useWide();
  const narrow = useMedia("(max-width: 639.98px)");
  if (wide) {
    return (
      <aside className={css.panel} aria-label={t("contacts.card.title")}>
        <MemberCard id={id} onClose={onClose} />
      </aside>
    );
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? "100%" : 360}
      closable={false}
      aria-label={t("contacts.card.title")}
      styles={{ body: { padding: 0 } }}
    >
      <MemberCard id={id} onClose={onClose} />
    </Drawer>
  );
}

function MemberCard({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText();
  const member = useQuery(memberQuery(id));
  return (
    <div className={css.card}>
      <div className={css.top}>
        <IconButton icon={<CloseOutlined />} label={t("contacts.card.close")} onClick={onClose} />
      </div>
      {member.isPending && <Skeleton active avatar paragraph={{ rows: 6 }} />}
      <ProblemNote problem={member.error} />
      {member.data && <Details member={member.data} />}
    </div>
  );
}

function Details({ member }: { member: Member }) {
  const { t } = useText();
  return (
    <>
      <header className={css.head}>
        <Avatar person={member} size={72} />
        <h2 className={css.name}>
          {member.name} <StateTag person={member} />
        </h2>
        {member.title && <p className={css.title}>{member.title}</p>}
        <MessageButton member={member} />
      </header>
      <dl className={css.facts}>
        <Fact label={t("contacts.card.alias")} value={member.alias} />
        <Fact label={t("contacts.card.phone")} value={member.phone} shown={member.phone && phoneText(member.phone)} />
        <Fact label={t("contacts.card.email")} value={member.email} />
        <Fact label={t("contacts.card.number")} value={member.number} />
        <Fact label={t("contacts.card.workPlace")} value={member.workPlace} />
        {member.departments.length > 0 && (
          <div className={css.fact}>
            <dt>{t("contacts.card.departments")}</dt>
            {member.departments.map((department) => (
              <dd key={department.id}>
                {department.path || department.name}
                {(department.title || department.leader) && (
                  <span className={css.quiet}>
                    {" "}
                    {[department.title, department.leader && t("contacts.leader")].filter(Boolean).join(" · ")}
                  </span>
                )}
              </dd>
            ))}
          </div>
        )}
        {member.roles.length > 0 && (
          <div className={css.fact}>
            <dt>{t("contacts.card.roles")}</dt>
            <dd>{member.roles.map((role) => role.name).join(", ")}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Fact({ label, value, shown }: { label: string; value: string | null; shown?: ReactNode }) {
  const { t } = useText();
  const { message } = App.useApp();
  if (!value) return null;
  const copy = async () => {
    if (await copyText(value)) void message.success(t("form.copied"));
    else void message.warning(t("form.copyFailed"));
  };
  return (
    <div className={css.fact}>
      <dt>{label}</dt>
      <dd>
        <span className={css.value}>{shown ?? value}</span>
        <IconButton
          icon={<CopyOutlined />}
          size="small"
          label={t("contacts.card.copy", { what: label })}
          onClick={() => void copy()}
        />
      </dd>
    </div>
  );
}

function MessageButton({ member }: { member: Member }) {
  const { t } = useText();
  const session = useSession();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: () => api.post<Conversation>("/api/conversations", { kind: "DIRECT", memberId: member.id }),
    onSuccess: (conversation) =>
      navigate({ to: "/messages/$conversationId", params: { conversationId: String(conversation.id) } }),
  });
  if (member.id === session.member.id) return <p className={css.quiet}>{t("contacts.card.self")}</p>;
  if (member.state === "LEFT") return null;
  return (
    <>
      <div className={css.buttons}>
        <Button type="primary" icon={<MessageOutlined />} loading={open.isPending} onClick={() => open.mutate()}>
          {t("contacts.card.message")}
        </Button>
        <Button
          icon={<NotificationOutlined />}
          onClick={() => void navigate({ to: "/dings/new", search: { member: member.id } })}
        >
          {t("ding.chat.person")}
        </Button>
      </div>
      <ProblemNote problem={open.error} />
    </>
  );
}
