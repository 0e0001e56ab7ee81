import { ArrowLeftOutlined, DownloadOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ArchiveThread } from "@/api/guard-types";
import { useText } from "@/lib/i18n";
import { absolute } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { ArchiveSaid } from "./archive-said";
import css from "./guard.module.css";
import { messagesQuery, threadQuery } from "./use-guard";

/** The customer's name, or the group's. */
export const titleOf = ({ customer, title }: ArchiveThread) => customer?.name ?? title ?? "";

/** For which times a chat can be read. */
export function TimesLine({ thread }: { thread: ArchiveThread }) {
  const { t } = useText();
  const times = thread.times.map(({ from, until }) =>
    t("guard.archive.time", { from: absolute(from), until: until ? absolute(until) : t("guard.archive.now") }),
  );
  return <span className={css.small}>{t("guard.archive.times", { times: times.join(t("guard.semicolon")) })}</span>;
}

interface Props {
  id: number;
  onBack: () => void;
}

/** One chat, the newest message at the bottom. */
export function ArchiveReader({ id, onBack }: Props) {
  const { t } = useText();
  const thread = useQuery(threadQuery(id));
  const pages = useInfiniteQuery(messagesQuery(id));
  const said = pages.data?.pages.flatMap((page) => page.items).reverse() ?? [];
  return (
    <section aria-label={thread.data ? titleOf(thread.data) : t("guard.loading")}>
      <div className={css.bar}>
        <Button icon={<ArrowLeftOutlined />} onClick={onBack}>
          {t("guard.archive.back")}
        </Button>
        {thread.data && (
          <>
            <span className={css.words}>
              <span className={css.name}>{titleOf(thread.data)}</span>
              <TimesLine thread={thread.data} />
            </span>
            <Button icon={<DownloadOutlined />} href={`/api/archive/threads/${id}/export.xlsx`} download>
              {t("guard.archive.export")}
            </Button>
          </>
        )}
      </div>
      <ProblemNote problem={thread.error ?? pages.error} />
      {pages.isPending && <RowSkeletons label={t("guard.loading")} />}
      {pages.hasNextPage && (
        <Button type="text" block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("guard.archive.older")}
        </Button>
      )}
      <ol className={css.log}>
        {said.map((message) => (
          <li
            key={message.seq}
            className={css.said}
            data-staff={(!message.byCustomer && !message.withheld) || undefined}
          >
            <ArchiveSaid message={message} />
          </li>
        ))}
      </ol>
    </section>
  );
}
