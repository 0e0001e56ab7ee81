import { useInfiniteQuery } from "@tanstack/react-query";
import { Modal, Segmented } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import type { ReportHead } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import css from "./report.module.css";
import { readersQuery } from "./use-reports";

/** Who has read it and who has not, unread first. */
export function ReadersDialog({ head, onClose }: { head: ReportHead; onClose: () => void }) {
  const { t, locale } = useText();
  const [read, setRead] = useState(false);
  const pages = useInfiniteQuery(readersQuery(head.id, read));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal open footer={null} title={t("report.readers.title")} onCancel={onClose}>
      <Segmented
        block
        aria-label={t("report.readers.title")}
        value={read}
        onChange={setRead}
        options={[
          { value: false, label: t("report.readers.unread") },
          { value: true, label: t("report.readers.read", { count: head.read }) },
        ]}
      />
      <ProblemNote problem={pages.error} />
      <div className={css.readers}>
        <EndlessList
          key={String(read)}
          items={lines}
          keyOf={({ member }) => member.id}
          rowHeight={48}
          label={t("report.readers.title")}
          hasMore={pages.hasNextPage}
          loadingMore={pages.isFetchingNextPage}
          onEnd={() => void pages.fetchNextPage()}
          empty={
            pages.isSuccess && <EmptyState title={t(read ? "report.readers.nobodyRead" : "report.readers.allRead")} />
          }
          render={({ member, readAt }) => (
            <span className={css.reader}>
              <Avatar person={member} size={32} />
              <span className={css.grow}>{nameOf(member)}</span>
              {readAt && (
                <time className={css.quiet} dateTime={readAt} title={absolute(readAt)}>
                  {dayAndClock(readAt, locale)}
                </time>
              )}
            </span>
          )}
        />
      </div>
    </Modal>
  );
}
