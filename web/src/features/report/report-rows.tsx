import { FileTextOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReportBox } from "@/api/report-types";
import { useSession } from "@/api/session";
import { today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { RowSkeletons } from "@/ui/skeletons";
import { ReportRow } from "./report-row";
import { boxQuery, type Filter, NO_FILTER, useMarkRead } from "./use-reports";

const MARK_MOST = 200;

/** One box, endless. */
export function ReportRows({ box, filter, openId }: { box: ReportBox; filter: Filter; openId: number | null }) {
  const { t } = useText();
  const { org } = useSession();
  const pages = useInfiniteQuery(boxQuery(box, filter, today(org.zone)));
  const mark = useMarkRead();
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = items.filter((head) => head.unread).map((head) => head.id);
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  if (pages.isPending) return <RowSkeletons label={t("report.loading")} />;
  return (
    <>
      <ProblemNote problem={pages.error ?? mark.error} />
      {box === "RECEIVED" && unread.length > 1 && (
        <div className={css.batchStart}>
          <Button
            type="link"
            size="small"
            loading={mark.isPending}
            onClick={() => mark.mutate(unread.slice(0, MARK_MOST))}
          >
            {t("report.markRead", { count: Math.min(unread.length, MARK_MOST) })}
          </Button>
        </div>
      )}
      <EndlessList
        items={items}
        keyOf={(head) => head.id}
        rowHeight={120}
        label={t(`report.boxes.${box}`)}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onEnd={() => void pages.fetchNextPage()}
        empty={
          pages.isSuccess && (
            <EmptyState
              icon={<FileTextOutlined />}
              title={t(filtered ? "report.empty.filtered" : `report.empty.${box}`)}
              text={t(filtered ? "report.empty.filteredText" : `report.empty.${box}Text`)}
            />
          )
        }
        render={(head) => <ReportRow head={head} box={box} open={head.id === openId} />}
      />
    </>
  );
}
