import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton, Steps } from "antd";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { useAdminNavigate } from "@/ui/admin-address";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { ImportChecked } from "./import-checked";
import { ImportDone } from "./import-done";
import css from "./import-page.module.css";
import { ImportProgress } from "./import-progress";
import { ImportUpload } from "./import-upload";
import { type Import, importQuery, stepOf } from "./use-import";

/** Upload, check, decide, import. The import's number is in the address: leaving and coming back loses nothing. */
export function ImportPage({ id }: { id: number | null }) {
  const { t } = useText();
  const go = useAdminNavigate();
  const query = useQuery({ ...importQuery(id ?? 0), enabled: id !== null });
  const current = id === null ? null : (query.data ?? null);
  const again = () => go("/import");
  const unknown = query.error instanceof Problem && query.error.status === 404;
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.import")} lead={t("admin.import.lead")} />
      <Steps
        className={css.steps}
        size="small"
        current={stepOf(current?.state ?? null)}
        status={current?.state === "FAILED" ? "error" : undefined}
        items={(["upload", "check", "run", "done"] as const).map((step) => ({
          title: t(`admin.import.steps.${step}`),
        }))}
      />
      {id === null && <ImportUpload onUploaded={(created) => go("/import", { id: created.id })} />}
      {id !== null && query.isPending && <Skeleton active />}
      {unknown ? (
        <EmptyState
          title={t("admin.import.unknown")}
          action={<Button onClick={again}>{t("admin.import.again")}</Button>}
        />
      ) : (
        <ProblemNote problem={id === null ? null : query.error} />
      )}
      {current && <Stage current={current} onAgain={again} />}
    </div>
  );
}

function Stage({ current, onAgain }: { current: Import; onAgain: () => void }) {
  switch (current.state) {
    case "CHECKING":
    case "RUNNING":
      return <ImportProgress current={current} />;
    case "CHECKED":
      return <ImportChecked current={current} onAgain={onAgain} />;
    default:
      return <ImportDone current={current} onAgain={onAgain} />;
  }
}
