import { HistoryOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useState } from "react";
import type { FormValues } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import css from "./report.module.css";
import { lastValues } from "./use-reports";

/** Begins with what stood in the last report; what was typed is replaced where the last one said something. */
export function LastButton({ template, onTake }: { template: number; onTake: (values: FormValues) => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      onTake(await lastValues(template));
      void message.success(t("report.write.lastTaken"));
    } catch (problem) {
      void message.error(problemText(t, problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.last}>
      <Button icon={<HistoryOutlined />} loading={busy} onClick={() => void take()}>
        {t("report.write.last")}
      </Button>
    </div>
  );
}
