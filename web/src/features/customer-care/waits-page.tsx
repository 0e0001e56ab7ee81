import { CheckCircleOutlined, SettingOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { CareScope } from "@/api/care-types";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { PageFrame } from "@/ui/page-frame";
import css from "./care.module.css";
import { ScopeBar } from "./scope-bar";
import { scopesQuery, useCareLive, waitsQuery } from "./use-care";
import { WaitRow } from "./wait-row";

/** Customers who wait for an answer, the longest first. */
export function WaitsPage({ scope }: { scope: CareScope }) {
  const { t } = useText();
  const navigate = useNavigate();
  const admin = isAdmin(useSession().grants);
  useCareLive();
  const scopes = useQuery(scopesQuery).data ?? ["MINE"];
  const list = useInfiniteQuery(waitsQuery(scope));
  const waits = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title={t("care.waits.title")}
      lead={t("care.waits.lead")}
      back={{ href: "/customers", label: t("care.back") }}
      loading={t("care.loading")}
      problem={list.error}
      pending={list.isPending}
      actions={
        admin && (
          <Button icon={<SettingOutlined />} onClick={() => void navigate({ to: "/customers/waiting-rules" })}>
            {t("care.rules.title")}
          </Button>
        )
      }
    >
      <ScopeBar
        scopes={scopes}
        scope={scope}
        words="waits"
        onScope={(next) => void navigate({ to: "/customers/waiting", search: { scope: next }, replace: true })}
      />
      {list.data && (
        <div className={css.box}>
          <EndlessList
            items={waits}
            keyOf={({ conversationId }) => conversationId}
            rowHeight={73}
            label={t("care.waits.list")}
            hasMore={list.hasNextPage}
            loadingMore={list.isFetchingNextPage}
            onEnd={() => void list.fetchNextPage()}
            empty={
              <EmptyState
                icon={<CheckCircleOutlined />}
                title={t("care.waits.none")}
                text={t(`care.waits.noneText.${scope}`)}
              />
            }
            render={(wait) => <WaitRow wait={wait} />}
          />
        </div>
      )}
    </PageFrame>
  );
}
