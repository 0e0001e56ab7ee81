import { ArrowLeftOutlined, InboxOutlined, SearchOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Input } from "antd";
import { useState } from "react";
import { type ForeignTaskBox, foreignSummaryQuery } from "@/api/foreign-tasks";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import { Count } from "@/ui/count";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ChoiceChip } from "@/ui/filter-chip";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { RowSkeletons } from "@/ui/skeletons";
import { TaskRow } from "./task-row";
import { type TaskFilter, tasksQuery } from "./use-foreign-tasks";

const BOXES: readonly ForeignTaskBox[] = ["OPEN", "ENDED"];
const TYPING_MS = 250;

export function TaskList({ box, openId }: { box: ForeignTaskBox; openId: number | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const summary = useQuery(foreignSummaryQuery).data;
  const [filter, setFilter] = useState<TaskFilter>({ q: "", system: null });
  const shown = { ...filter, q: useDebounced(filter.q, TYPING_MS) };
  const systems = summary?.systems ?? [];
  return (
    <section className={css.list} aria-label={t("foreign.title")}>
      <header className={css.listHead}>
        <IconButton
          icon={<ArrowLeftOutlined />}
          label={t("foreign.approvals")}
          onClick={() => void navigate({ to: "/approvals" })}
        />
        <h1 className={css.heading}>{t("foreign.title")}</h1>
      </header>
      <nav className={css.boxes} aria-label={t("foreign.boxes.label")}>
        {BOXES.map((each) => (
          <Link
            key={each}
            to="/approvals/tasks"
            search={{ box: each }}
            className={css.box}
            aria-current={each === box ? "page" : undefined}
          >
            {t(`foreign.boxes.${each}`)}
            {each === "OPEN" && <Count value={summary?.open ?? 0} />}
          </Link>
        ))}
      </nav>
      <search className={css.filters}>
        <Input
          allowClear
          maxLength={100}
          prefix={<SearchOutlined />}
          placeholder={t("foreign.search")}
          aria-label={t("foreign.search")}
          value={filter.q}
          onChange={(event) => setFilter({ ...filter, q: event.target.value })}
        />
        {systems.length > 1 && (
          <div className={css.chips}>
            <ChoiceChip
              label={t("foreign.system")}
              value={filter.system}
              options={systems.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(system) => setFilter({ ...filter, system })}
            />
          </div>
        )}
      </search>
      <Rows box={box} filter={shown} openId={openId} />
    </section>
  );
}

function Rows({ box, filter, openId }: { box: ForeignTaskBox; filter: TaskFilter; openId: number | null }) {
  const { t } = useText();
  const pages = useInfiniteQuery(tasksQuery(box, filter));
  const filtered = filter.q.trim() !== "" || filter.system !== null;
  if (pages.isPending) return <RowSkeletons label={t("foreign.loading")} />;
  return (
    <>
      <ProblemNote problem={pages.error} />
      <EndlessList
        items={pages.data?.pages.flatMap((page) => page.items) ?? []}
        keyOf={(task) => task.id}
        rowHeight={112}
        label={t(`foreign.boxes.${box}`)}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onEnd={() => void pages.fetchNextPage()}
        empty={
          pages.isSuccess && (
            <EmptyState
              icon={<InboxOutlined />}
              title={t(filtered ? "foreign.empty.filtered" : `foreign.empty.${box}`)}
              text={t(filtered ? "foreign.empty.filteredText" : `foreign.empty.${box}Text`)}
            />
          )
        }
        render={(task) => <TaskRow task={task} box={box} open={task.id === openId} />}
      />
    </>
  );
}
