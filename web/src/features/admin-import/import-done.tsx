import { Button } from "antd";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { useAdminNavigate } from "@/ui/admin-address";
import { ProblemNote } from "@/ui/problem-note";
import { Fact } from "./import-checked";
import css from "./import-page.module.css";
import { ImportProblems } from "./import-problems";
import type { Import } from "./use-import";

export function ImportDone({ current, onAgain }: { current: Import; onAgain: () => void }) {
  const { t } = useText();
  const go = useAdminNavigate();
  const failed = current.state === "FAILED";
  return (
    <>
      <section className={css.card} role="status">
        <h2 className={css.cardTitle}>{t(failed ? "admin.import.failed" : "admin.import.done")}</h2>
        {failed ? (
          <>
            {current.failure && <ProblemNote problem={new Problem(400, current.failure)} />}
            <p className={css.quiet}>{t("admin.import.failedText")}</p>
          </>
        ) : (
          <dl className={css.numbers}>
            <Fact name={t("admin.import.created")} value={current.created} />
            <Fact name={t("admin.import.updated")} value={current.updated} />
            <Fact name={t("admin.import.skipped")} value={current.bad} />
          </dl>
        )}
        <div className={css.buttons}>
          {!failed && (
            <Button type="primary" onClick={() => go("/members")}>
              {t("admin.import.toMembers")}
            </Button>
          )}
          <Button onClick={onAgain}>{t("admin.import.again")}</Button>
        </div>
      </section>
      {current.problemCount > 0 && <ImportProblems current={current} />}
    </>
  );
}
