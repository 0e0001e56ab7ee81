import { useInfiniteQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import type { HandOverScope, HandOverState } from "@/api/handover-types";
import { useText } from "@/lib/i18n";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import css from "./handover.module.css";
import { HandoverRow } from "./handover-row";
import { linesQuery } from "./use-handovers";

const STATES: HandOverState[] = ["WAITING", "DONE", "REFUSED", "TAKER_FULL", "CANCELLED", "UNDONE"];

/** Hand-overs, newest first. */
export function HandoverLines({ scope }: { scope: HandOverScope }) {
  const { t } = useText();
  const [state, setState] = useState<HandOverState | null>(null);
  const list = useInfiniteQuery(linesQuery(scope, state));
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={css.bar}>
        <Select
          aria-label={t("handover.lines.filter")}
          style={{ width: 180 }}
          value={state ?? ""}
          onChange={(value) => setState(STATES.find((each) => each === value) ?? null)}
          options={[
            { value: "" as const, label: t("handover.lines.anyState") },
            ...STATES.map((value) => ({ value, label: t(`handover.lines.state.${value}`) })),
          ]}
        />
      </div>
      <ProblemNote problem={list.error} />
      <div className={css.box}>
        <EndlessList
          items={lines}
          keyOf={({ id }) => id}
          rowHeight={81}
          label={t("handover.lines.label")}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onEnd={() => void list.fetchNextPage()}
          empty={
            !list.isError && (
              <p className={css.line}>{list.isPending ? t("handover.loading") : t("handover.lines.none")}</p>
            )
          }
          render={(line) => <HandoverRow line={line} />}
        />
      </div>
    </>
  );
}
