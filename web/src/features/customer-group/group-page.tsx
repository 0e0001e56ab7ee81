import { MessageOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import type { ReactNode } from "react";
import type { CustomerGroup } from "@/api/customer-group-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { OutsideBadge } from "@/ui/outside-badge";
import { PageFrame } from "@/ui/page-frame";
import { StateTag } from "@/ui/state-tag";
import { AnswersPart } from "./answers-part";
import { FailuresPart } from "./failures-part";
import css from "./group.module.css";
import { LogPart } from "./log-part";
import { MembersPart } from "./members-part";
import { NoticePart } from "./notice-part";
import { StatisticsView } from "./statistics-view";
import type { GroupTab } from "./tabs";
import { groupQuery, useGroupsLive } from "./use-groups";

interface Props {
  id: number;
  tab: GroupTab;
}

/** One group: who is in it, what it is told, what it answers by itself, how it does. */
export function GroupPage({ id, tab }: Props) {
  const { t } = useText();
  const { data, error, isPending } = useQuery(groupQuery(id));
  useGroupsLive();
  return (
    <PageFrame
      title={data?.title ?? t("customerGroup.one")}
      icon={data && <OutsideBadge />}
      back={{ href: "/customers/groups", label: t("customerGroup.back") }}
      loading={t("customerGroup.loading")}
      actions={data && <ToChat group={data} />}
      problem={error}
      pending={isPending}
    >
      {data && <Parts group={data} tab={tab} />}
    </PageFrame>
  );
}

function ToChat({ group: { conversationId, seated } }: { group: CustomerGroup }) {
  const { t } = useText();
  const navigate = useNavigate();
  if (!seated || conversationId === null) return null;
  return (
    <Button
      type="primary"
      icon={<MessageOutlined />}
      onClick={() =>
        void navigate({ to: "/messages/$conversationId", params: { conversationId: String(conversationId) } })
      }
    >
      {t("customerGroup.toChat")}
    </Button>
  );
}

function Parts({ group, tab }: { group: CustomerGroup; tab: GroupTab }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { id, owner, ownerGone, members, customers, most, mutedAll } = group;
  const parts: [GroupTab, ReactNode][] = [
    ["members", <MembersPart key="members" group={group} />],
    ["notice", <NoticePart key="notice" group={group} />],
    ["answers", <AnswersPart key="answers" group={group} />],
    ["log", <LogPart key="log" id={id} />],
    ["statistics", <StatisticsView key="statistics" place={id} />],
  ];
  return (
    <>
      <p className={css.lead} data-tags>
        {t("customerGroup.row.owner", { name: nameOf(owner) })} ·{" "}
        {t("customerGroup.row.members", { count: members, customers })} · {t("customerGroup.most", { count: most })}
        {ownerGone && <StateTag tone="warn">{t("customerGroup.row.ownerGone")}</StateTag>}
        {mutedAll && <StateTag tone="quiet">{t("customerGroup.row.mutedAll")}</StateTag>}
      </p>
      {group.failed > 0 && <FailuresPart group={id} />}
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) =>
          void navigate({
            to: "/customers/groups/$groupId",
            params: { groupId: String(id) },
            search: { tab: key as GroupTab },
          })
        }
        items={parts.map(([key, children]) => ({ key, label: t(`customerGroup.parts.${key}`), children }))}
      />
    </>
  );
}
