import { MessageOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense } from "react";
import type { CustomerView } from "@/api/customer-types";
import { nameOf } from "@/api/people";
import { customerPrivacy } from "@/lib/customer-privacy";
import { customerTransfer } from "@/lib/customer-transfer";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import { AttributesPart } from "./attributes-part";
import { ContactPart } from "./contact-part";
import css from "./customer.module.css";
import { NoteForm } from "./note-form";
import { RemarkPart } from "./remark-part";
import { StagePart } from "./stage-part";
import { TagsPart } from "./tags-part";
import { TasksPart } from "./tasks-part";
import { TimelinePart } from "./timeline-part";
import { massOptOutQuery, profileQuery } from "./use-customers";

interface Props {
  view: CustomerView;
  /** Beside his own thread: no way to the thread is needed. */
  inChat?: boolean;
}

/** Everything that is known about one customer, and what is done with him. */
export function CustomerDetail({ view, inChat = false }: Props) {
  const { t } = useText();
  const { customer, mine } = view;
  const profile = useQuery(profileQuery(customer.id));
  const relation = mine ?? view.relations[0];
  const Privacy = customerPrivacy();
  return (
    <div className={css.detail}>
      <Head view={view} inChat={inChat} />
      <ProblemNote problem={profile.error} />
      {profile.data && (
        <>
          <StagePart profile={profile.data} />
          <TagsPart profile={profile.data} relation={relation} />
        </>
      )}
      {relation && <RemarkPart key={relation.id} relation={relation} editable={mine !== null} />}
      {profile.data && <AttributesPart key={profile.data.version} profile={profile.data} />}
      <TasksPart id={customer.id} />
      <section className={css.part} aria-label={t("customer.timeline.title")}>
        <h3 className={css.partTitle}>{t("customer.timeline.title")}</h3>
        <NoteForm id={customer.id} />
        <TimelinePart id={customer.id} view={view} />
      </section>
      <ContactPart view={view} />
      {Privacy && (
        <Suspense>
          <Privacy customer={customer} />
        </Suspense>
      )}
    </div>
  );
}

function Head({ view, inChat }: { view: CustomerView; inChat: boolean }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { customer, mine, proofs } = view;
  const face = { id: customer.id, name: customer.name, avatar: null };
  const thread = mine?.conversationId ?? null;
  const others = view.relations.filter((each) => each.open && each.id !== mine?.id);
  const open = mine?.open ? mine : others[0];
  const Transfer = customerTransfer();
  const noMass = useQuery(massOptOutQuery(customer.id)).data;
  return (
    <div className={css.who}>
      <Avatar person={face} size={48} />
      <div className={css.whoLines}>
        <p className={css.whoName}>{customer.name}</p>
        <p className={css.marks}>
          <StateTag tone={customer.level === "ANONYMOUS" ? "quiet" : "good"}>
            {t(`customer.levels.${customer.level}`)}
          </StateTag>
          {noMass?.optedOut && <StateTag tone="quiet">{t("customer.noMass")}</StateTag>}
          {customer.blocked && <StateTag tone="bad">{t("customer.blocked")}</StateTag>}
          {proofs
            .filter(({ kind }) => kind !== "HOST")
            .map(({ kind, value }) => (
              <span key={kind + value}>{value}</span>
            ))}
        </p>
        {others.length > 0 && (
          <p className={css.quiet}>
            {t(mine?.open ? "customer.servedBy" : "customer.servedOnlyBy", {
              names: others.map(({ member }) => nameOf(member)).join(t("customer.comma")),
            })}
          </p>
        )}
      </div>
      {!inChat && thread !== null && (
        <Button
          icon={<MessageOutlined />}
          onClick={() => void navigate({ to: "/messages/$conversationId", params: { conversationId: String(thread) } })}
        >
          {t("customer.chat")}
        </Button>
      )}
      {open && Transfer && (
        <Suspense>
          <Transfer customer={face} relationId={open.id} />
        </Suspense>
      )}
    </div>
  );
}
