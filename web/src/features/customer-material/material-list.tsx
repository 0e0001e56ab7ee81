import { FolderOpenOutlined } from "@ant-design/icons";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Material } from "@/api/material-types";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { type MaterialView, materialsQuery } from "./use-materials";

const ROW = 76;

/** What the filters leave, the newest first. */
export function MaterialList({ view, render }: { view: MaterialView; render: (material: Material) => ReactNode }) {
  const { t } = useText();
  const q = useDebounced(view.q.trim(), 250);
  const pages = useInfiniteQuery({ ...materialsQuery({ ...view, q }), placeholderData: keepPreviousData });
  const materials = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = q !== "" || view.folder !== null || view.kind !== null;
  if (!pages.data) {
    return (
      <>
        <ProblemNote problem={pages.error} />
        {pages.isPending && <RowSkeletons count={5} label={t("material.loading")} />}
      </>
    );
  }
  return (
    <EndlessList
      items={materials}
      keyOf={(material) => material.id}
      rowHeight={ROW}
      label={t("material.library.title")}
      hasMore={pages.hasNextPage}
      loadingMore={pages.isFetchingNextPage}
      onEnd={() => void pages.fetchNextPage()}
      render={render}
      empty={
        <EmptyState
          icon={<FolderOpenOutlined />}
          title={t(narrowed ? "material.library.nothing" : "material.library.empty")}
          text={narrowed ? "" : t(`material.library.emptyText.${view.scope}`)}
        />
      }
    />
  );
}
