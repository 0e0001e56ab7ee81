import { MessageOutlined, NotificationOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button, Popover } from "antd";
import { type ReactElement, useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { useStartChat } from "@/api/start-chat";
import type { Card, Member } from "@/api/types";
import { addressOf } from "@/lib/addresses";
import { useText } from "@/lib/i18n";
import { phoneText } from "@/lib/login-text";
import { Avatar } from "./avatar";
import css from "./person-card.module.css";
import { ProblemNote } from "./problem-note";

interface Props {
  person: Card;
  /** The button that opens the card. */
  children: ReactElement;
}

/** A person's card in a popover: who it is, how to reach them, and a way to write to them. */
export function PersonCard({ person, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="rightTop"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
      content={<CardBody person={person} onDone={() => setOpen(false)} />}
    >
      {children}
    </Popover>
  );
}

function CardBody({ person, onDone }: { person: Card; onDone: () => void }) {
  const { t } = useText();
  const session = useSession();
  const router = useRouter();
  const start = useStartChat((address) => {
    onDone();
    void router.navigate({ href: address });
  });
  const details = useQuery({
    queryKey: ["member", person.id],
    queryFn: () => api.get<Member>(`/api/members/${person.id}`),
    staleTime: 60_000,
  });
  const member = details.data;
  const ding = person.kind === "MEMBER" ? addressOf("DING_TO", person.id) : null;
  const departments = member?.departments.map((each) => each.path || each.name).join("\n");
  const facts: [string, string | null | undefined][] = [
    [t("ui.person.departments"), departments],
    [t("ui.person.title"), member?.title ?? person.title],
    [t("ui.person.phone"), member?.phone && phoneText(member.phone)],
    [t("ui.person.email"), member?.email],
    [t("ui.person.workPlace"), member?.workPlace],
  ];
  return (
    <section className={css.card} aria-label={person.name}>
      <header className={css.head}>
        <Avatar person={person} size={56} />
        <div className={css.names}>
          <strong className={css.name}>{person.name}</strong>
          {person.alias && <span className={css.alias}>{person.alias}</span>}
          {person.state !== "ACTIVE" && <span className={css.alias}>{t(`ui.state.${person.state}`)}</span>}
        </div>
      </header>
      <dl className={css.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className={css.fact}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <ProblemNote problem={start.error} />
      {person.id !== session.member.id && person.state === "ACTIVE" && (
        <div className={css.buttons}>
          <Button
            type="primary"
            icon={<MessageOutlined />}
            loading={start.isPending}
            onClick={() => start.mutate(person.id)}
          >
            {t("ui.person.chat")}
          </Button>
          {ding !== null && (
            <Button
              icon={<NotificationOutlined />}
              onClick={() => {
                onDone();
                void router.navigate({ href: ding });
              }}
            >
              {t("ui.person.ding")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
