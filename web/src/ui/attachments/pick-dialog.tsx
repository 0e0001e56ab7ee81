import { keepPreviousData, type UseInfiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { Page } from "@/api/types";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { AttachmentPreview } from "./attachment-rows";
import css from "./attachments.module.css";
import type { Item } from "./items";

type ListOptions<T> = UseInfiniteQueryOptions<Page<T>, Error, { pages: Page<T>[] }, readonly unknown[], string | null>;

interface Props<T> {
  title: string;
  search: string;
  /** What the words find. */
  query: (q: string) => ListOptions<T>;
  itemOf: (found: T) => Item;
  /** What stands above the list. */
  above?: ReactNode;
  onDone: (item: Item) => void;
  onClose: () => void;
}

/** One of many is found by words and taken with one tap. */
export function PickDialog<T extends { id: number }>({
  title,
  search,
  query,
  itemOf,
  above,
  onDone,
  onClose,
}: Props<T>) {
  const { t } = useText();
  const [q, setQ] = useState("");
  const pages = useInfiniteQuery({ ...query(useDebounced(q.trim(), 250)), placeholderData: keepPreviousData });
  const found = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal open title={title} footer={null} onCancel={onClose}>
      <div className={css.pick}>
        {above}
        <Input
          allowClear
          autoFocus
          aria-label={search}
          placeholder={search}
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        <ProblemNote problem={pages.error} />
        {pages.isPending && <RowSkeletons count={5} label={t("attach.loading")} />}
        {pages.data && (
          <div className={css.found}>
            <EndlessList
              items={found}
              keyOf={({ id }) => id}
              rowHeight={60}
              label={title}
              hasMore={pages.hasNextPage}
              loadingMore={pages.isFetchingNextPage}
              onEnd={() => void pages.fetchNextPage()}
              render={(each) => {
                const item = itemOf(each);
                return (
                  <button type="button" className={css.choice} onClick={() => onDone(item)}>
                    <AttachmentPreview item={item} />
                  </button>
                );
              }}
              empty={<EmptyState title={t(q.trim() === "" ? "attach.none" : "attach.nothing")} text="" />}
            />
          </div>
        )}
      </div>
    </Modal>
  );
}
