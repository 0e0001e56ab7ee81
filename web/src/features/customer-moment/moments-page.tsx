import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Badge, Button, Tabs } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { MomentKind } from "@/api/moment-types";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { PageFrame } from "@/ui/page-frame";
import { CompanyPart } from "./company-part";
import { ComposeDialog } from "./compose-dialog";
import { PostsPart } from "./posts-part";
import { SettingsPart } from "./settings-part";
import type { MomentTab } from "./tabs";
import { TasksPart } from "./tasks-part";
import { newsQuery, settingsQuery, useLooked, useMomentsLive } from "./use-moments";

/** What employees show their customers: one's own, what is to be confirmed, the team's, the company's. */
export function MomentsPage({ tab }: { tab: MomentTab }) {
  const { t } = useText();
  const navigate = useNavigate();
  const admin = isAdmin(useSession().grants);
  const news = useQuery(newsQuery).data;
  const settings = useQuery(settingsQuery).data;
  const [writing, setWriting] = useState<MomentKind | null>(null);
  useMomentsLive();
  useLook(tab === "MINE" ? news?.comments : undefined);
  const go = (next: MomentTab) => void navigate({ to: "/customers/moments", search: { box: next } });
  const parts: [MomentTab, ReactNode][] = [
    ["MINE", <PostsPart key="MINE" scope="MINE" />],
    ["TASKS", <TasksPart key="TASKS" onShown={() => go("MINE")} />],
    ["TEAM", <PostsPart key="TEAM" scope="TEAM" />],
  ];
  if (admin) {
    parts.push(
      ["ALL", <PostsPart key="ALL" scope="ALL" />],
      ["COMPANY", <CompanyPart key="COMPANY" />],
      ["SETTINGS", <SettingsPart key="SETTINGS" />],
    );
  }
  const label = (key: MomentTab) =>
    key === "TASKS" && news?.tasks ? (
      <Badge count={news.tasks} size="small" offset={[10, -2]}>
        {t("moment.tabs.TASKS")}
      </Badge>
    ) : (
      t(`moment.tabs.${key}`)
    );
  return (
    <PageFrame
      title={t("moment.title")}
      lead={t("moment.lead")}
      back={{ href: "/customers", label: t("moment.back") }}
      loading={t("moment.loading")}
      actions={
        <>
          {admin && <Button onClick={() => setWriting("COMPANY")}>{t("moment.write.company")}</Button>}
          <Button
            type="primary"
            icon={<PlusOutlined />}
            disabled={settings?.membersMay === false}
            onClick={() => setWriting("PERSONAL")}
          >
            {t("moment.write.personal")}
          </Button>
        </>
      }
    >
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => go(key as MomentTab)}
        items={parts.map(([key, children]) => ({ key, label: label(key), children }))}
      />
      {writing && (
        <ComposeDialog
          kind={writing}
          onClose={() => setWriting(null)}
          onDone={() => {
            go(writing === "COMPANY" ? "COMPANY" : "MINE");
            setWriting(null);
          }}
        />
      )}
    </PageFrame>
  );
}

/** Whoever looks at his own moments has seen what is new under them. */
function useLook(fresh: number | undefined) {
  const { mutate } = useLooked();
  useEffect(() => {
    if (fresh) mutate(null);
  }, [fresh, mutate]);
}
