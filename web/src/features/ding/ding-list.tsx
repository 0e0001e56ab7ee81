import { NotificationOutlined, PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { DingBox } from "@/api/ding-types";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { BOXES, type Box } from "./boxes";
import { DingRow } from "./ding-row";
import css from "./dings-page.module.css";
import { ScheduleList } from "./schedule-list";
import { useWaiting } from "./use-ding-live";
import { boxQuery } from "./use-dings";

export function DingList({ box, openId }: { box: Box; openId: number | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const waiting = useWaiting();
  return (
    <section className={css.list} aria-label={t("ding.title")}>
      <header className={css.listHead}>
        <h1 className={css.heading}>{t("ding.title")}</h1>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate({ to: "/dings/new" })}>
          {t("ding.new")}
        </Button>
      </header>
      <nav className={css.boxes} aria-label={t("ding.boxes.label")}>
        {BOXES.map((each) => (
          <Link
            key={each}
            to="/dings"
            search={{ box: each }}
            className={css.box}
            aria-current={each === box ? "page" : undefined}
          >
            {t(`ding.boxes.${each}`)}
            {each === "WAITING" && waiting > 0 && <span className={css.count}>{waiting > 99 ? "99+" : waiting}</span>}
          </Link>
        ))}
      </nav>
      {box === "SCHEDULES" ? <ScheduleList /> : <Lines key={box} box={box} openId={openId} />}
    </section>
  );
}

function Lines({ box, openId }: { box: DingBox; openId: number | null }) {
  const { t } = useText();
  const pages = useInfiniteQuery(boxQuery(box));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.isPending) return <RowSkeletons label={t("ding.loading")} />;
  return (
    <>
      <ProblemNote problem={pages.error} />
      <EndlessList
        items={lines}
        keyOf={(line) => line.key}
        rowHeight={88}
        label={t(`ding.boxes.${box}`)}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onEnd={() => void pages.fetchNextPage()}
        empty={
          pages.isSuccess && (
            <EmptyState
              icon={<NotificationOutlined />}
              title={t(`ding.empty.${box}`)}
              text={t(`ding.empty.${box}Text`)}
            />
          )
        }
        render={({ ding }) => <DingRow ding={ding} box={box} open={ding.id === openId} />}
      />
    </>
  );
}
