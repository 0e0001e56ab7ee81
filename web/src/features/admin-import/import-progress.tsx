import { Progress } from "antd";
import { useText } from "@/lib/i18n";
import css from "./import-page.module.css";
import { type Import, percentOf } from "./use-import";

export function ImportProgress({ current }: { current: Import }) {
  const { t } = useText();
  const title = t(current.state === "CHECKING" ? "admin.import.checking" : "admin.import.running");
  return (
    <section className={css.card} role="status">
      <h2 className={css.cardTitle}>{title}</h2>
      <Progress percent={percentOf(current)} status="active" aria-label={title} />
      {current.rows > 0 && (
        <p className="tabular">{t("admin.import.rowsOf", { done: current.done, rows: current.rows })}</p>
      )}
      <p className={css.quiet}>{t("admin.import.leave")}</p>
    </section>
  );
}
