import { InboxOutlined } from "@ant-design/icons";
import type { ForeignTaskBox } from "@/api/foreign-tasks";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/records.module.css";
import { TaskDetail } from "./task-detail";
import { TaskList } from "./task-list";

/** What other systems want of me: the list on the left and one task beside it; on a phone one after the other. */
export function TasksPage({ box, id }: { box: ForeignTaskBox; id: number | null }) {
  const { t } = useText();
  const phone = usePhone();
  return (
    <div className={css.page} data-phone={phone || undefined}>
      {(!phone || id === null) && <TaskList key={box} box={box} openId={id} />}
      {id !== null && <TaskDetail key={id} id={id} box={box} phone={phone} />}
      {!phone && id === null && (
        <section className={css.main}>
          <EmptyState icon={<InboxOutlined />} title={t("foreign.empty.choose")} />
        </section>
      )}
    </div>
  );
}
