import { Alert, Button, Radio } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./import-page.module.css";
import { ImportProblems } from "./import-problems";
import { choicesOf, type Import, useRunImport } from "./use-import";

export function ImportChecked({ current, onAgain }: { current: Import; onAgain: () => void }) {
  const { t } = useText();
  const run = useRunImport(current.id);
  const { all, skip } = choicesOf(current);
  const [mode, setMode] = useState<"all" | "skip">(all ? "all" : "skip");
  return (
    <>
      <section className={css.card}>
        <h2 className={css.cardTitle}>{t("admin.import.checked")}</h2>
        <dl className={css.numbers}>
          <Fact name={t("admin.import.good")} value={current.good} />
          <Fact name={t("admin.import.bad")} value={current.bad} bad={current.bad > 0} />
        </dl>
        {all && <Alert type="success" showIcon title={t("admin.import.allGood")} />}
        {!all && !skip && <Alert type="warning" showIcon title={t("admin.import.noneGood")} />}
        {skip && (
          <fieldset className={css.mode}>
            <legend>{t("admin.import.mode")}</legend>
            <Radio.Group vertical value={mode} onChange={(event) => setMode(event.target.value)}>
              <Radio value="all" disabled>
                {t("admin.import.all")}
                <span className={css.quiet}> {t("admin.import.allBlocked", { count: current.bad })}</span>
              </Radio>
              <Radio value="skip">
                {t("admin.import.skip")}
                <span className={css.quiet}> {t("admin.import.skipHelp")}</span>
              </Radio>
            </Radio.Group>
          </fieldset>
        )}
        <ProblemNote problem={run.error} />
        <div className={css.buttons}>
          {(all || skip) && (
            <Button
              type="primary"
              loading={run.isPending || run.isSuccess}
              onClick={() => run.mutate(mode === "skip" && current.bad > 0)}
            >
              {t("admin.import.run", { count: current.good })}
            </Button>
          )}
          <Button onClick={onAgain}>{t("admin.import.again")}</Button>
        </div>
      </section>
      {current.problemCount > 0 && <ImportProblems current={current} />}
    </>
  );
}

export function Fact({ name, value, bad = false }: { name: string; value: number; bad?: boolean }) {
  const { locale } = useText();
  return (
    <div>
      <dt>{name}</dt>
      <dd data-bad={bad || undefined}>{value.toLocaleString(locale)}</dd>
    </div>
  );
}
