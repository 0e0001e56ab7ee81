import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { FormValues } from "@/api/form-types";
import type { ReportForm } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import css from "@/ui/fill.module.css";
import { factField, factLines, withLines } from "./facts";
import own from "./report.module.css";
import { factsQuery } from "./use-reports";

interface Props {
  form: ReportForm;
  onTake: (update: (values: FormValues) => FormValues) => void;
}

/** What the author did in the period, ready to be put into the report. */
export function FactsPart({ form, onTake }: Props) {
  const { t } = useText();
  const facts = useQuery(factsQuery(form.id, form.period.day)).data;
  const lines = facts ? factLines(t, facts) : [];
  const field = factField(form.form);
  if (lines.length === 0) return null;
  return (
    <section className={css.part} aria-label={t("report.facts.title")}>
      <h2 className={css.label}>{t("report.facts.title")}</h2>
      <ul className={own.facts}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {field && (
        <Button size="small" onClick={() => onTake((values) => withLines(values, field.key, lines))}>
          {t("report.facts.take", { field: field.label })}
        </Button>
      )}
    </section>
  );
}
