import { AuditOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ApprovalBox, ApprovalHead } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { RowSkeletons } from "@/ui/skeletons";
import { agreeable } from "./actions";
import { ApprovalRow } from "./approval-row";
import { BatchBar } from "./batch-bar";
import { boxQuery, type Filter, NO_FILTER } from "./use-approvals";

const BATCH_MOST = 100;

/** One box, endless; several of "to do" can be chosen and agreed to at once. */
export function ApprovalRows({ box, filter, openId }: { box: ApprovalBox; filter: Filter; openId: number | null }) {
  const { t } = useText();
  const pages = useInfiniteQuery(boxQuery(box, filter));
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const toggle = (head: ApprovalHead) => {
    const next = new Set(chosen);
    if (!next.delete(head.id) && next.size < BATCH_MOST) next.add(head.id);
    setChosen(next);
  };
  if (pages.isPending) return <RowSkeletons label={t("approval.loading")} />;
  return (
    <>
      <ProblemNote problem={pages.error} />
      {box === "TODO" && items.filter(agreeable).length > 1 && chosen === null && (
        <div className={css.batchStart}>
          <Button type="link" size="small" onClick={() => setChosen(new Set())}>
            {t("approval.batch.start")}
          </Button>
        </div>
      )}
      <EndlessList
        items={items}
        keyOf={(head) => head.id}
        rowHeight={112}
        label={t(`approval.boxes.${box}`)}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onEnd={() => void pages.fetchNextPage()}
        empty={
          pages.isSuccess && (
            <EmptyState
              icon={<AuditOutlined />}
              title={t(filtered ? "approval.empty.filtered" : `approval.empty.${box}`)}
              text={t(filtered ? "approval.empty.filteredText" : `approval.empty.${box}Text`)}
            />
          )
        }
        render={(head) => (
          <ApprovalRow
            head={head}
            box={box}
            open={head.id === openId}
            chosen={chosen?.has(head.id)}
            onChoose={chosen === null ? undefined : () => toggle(head)}
          />
        )}
      />
      {chosen !== null && (
        <BatchBar
          items={items.filter((head) => chosen.has(head.id))}
          onAll={() =>
            setChosen(
              new Set(
                items
                  .filter(agreeable)
                  .slice(0, BATCH_MOST)
                  .map(({ id }) => id),
              ),
            )
          }
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
