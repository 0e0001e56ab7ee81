import { CheckSquareOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import css from "./customer.module.css";
import { PageFrame } from "./page-frame";
import { TaskRow } from "./tasks-part";
import { myTasksQuery } from "./use-customers";

/** What the reader is to do for all customers; what is due first comes first. */
export function TasksPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(myTasksQuery);
  return (
    <PageFrame title={t("customer.places.tasks")} lead={t("customer.tasks.lead")} problem={error} pending={isPending}>
      {data && data.length > 0 && (
        <section className={css.card}>
          <ul className={css.stack} aria-label={t("customer.places.tasks")}>
            {data.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </section>
      )}
      {data?.length === 0 && (
        <EmptyState
          icon={<CheckSquareOutlined />}
          title={t("customer.tasks.none")}
          text={t("customer.tasks.noneText")}
        />
      )}
    </PageFrame>
  );
}
