import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { ArchiveAuditor } from "@/api/guard-types";
import { api } from "@/api/http";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { PeopleDialog } from "@/ui/people-dialog";
import { ProblemNote } from "@/ui/problem-note";
import css from "./guard.module.css";
import { auditorsQuery, useGuardChange } from "./use-guard";

const MOST = 20;

/** Who may read archived chats; the owner appoints them. */
export function AuditorsPart({ appoints }: { appoints: boolean }) {
  const { t } = useText();
  const { modal } = App.useApp();
  const { data, error } = useQuery(auditorsQuery);
  const [choosing, setChoosing] = useState(false);
  const appoint = useGuardChange(async (people: Card[]) => {
    for (const { id } of people) await api.put(`/api/archive/auditors/${id}`);
  });
  const dismiss = useGuardChange((id: number) => api.delete(`/api/archive/auditors/${id}`));
  const ask = ({ member }: ArchiveAuditor) =>
    void modal.confirm({
      title: t("guard.setup.dismissOf", { name: member.name }),
      content: t("guard.setup.dismissText"),
      okText: t("guard.setup.dismiss"),
      cancelText: t("form.cancel"),
      okButtonProps: { danger: true },
      onOk: () => dismiss.mutateAsync(member.id).catch(() => undefined), // shown in the page
    });
  return (
    <section className={css.part} aria-labelledby="guard-auditors">
      <h2 id="guard-auditors">{t("guard.setup.auditors")}</h2>
      <p className={css.lead}>{t("guard.setup.auditorsText")}</p>
      <ProblemNote problem={error ?? appoint.error ?? dismiss.error} />
      {data?.length === 0 && <p className={css.lead}>{t("guard.setup.noAuditors")}</p>}
      <ul className={css.rows}>
        {data?.map((auditor) => (
          <AuditorRow key={auditor.member.id} auditor={auditor} onDismiss={appoints ? () => ask(auditor) : null} />
        ))}
      </ul>
      {appoints && (
        <Button icon={<PlusOutlined />} loading={appoint.isPending} onClick={() => setChoosing(true)}>
          {t("guard.setup.appoint")}
        </Button>
      )}
      {choosing && (
        <PeopleDialog
          title={t("guard.setup.appoint")}
          most={MOST}
          onClose={() => setChoosing(false)}
          onDone={(people) => {
            setChoosing(false);
            appoint.mutate(people);
          }}
        />
      )}
    </section>
  );
}

function AuditorRow({ auditor, onDismiss }: { auditor: ArchiveAuditor; onDismiss: (() => void) | null }) {
  const { t, locale } = useText();
  const { member, appointedBy, at } = auditor;
  return (
    <li className={css.row}>
      <Avatar person={member} size={40} />
      <span className={css.words}>
        <span className={css.name}>{member.name}</span>
        <span className={css.small}>
          {t("guard.setup.appointed", { name: appointedBy.name })} · {dayAndClock(at, locale)}
        </span>
      </span>
      {onDismiss && (
        <Button aria-label={t("guard.setup.dismissOf", { name: member.name })} onClick={onDismiss}>
          {t("guard.setup.dismiss")}
        </Button>
      )}
    </li>
  );
}
