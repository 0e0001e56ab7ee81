import { Button } from "antd";
import { useState } from "react";
import type { FormDefinition } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { checkForm } from "@/ui/forms/check";
import { FormFields, initialValues } from "@/ui/forms/form-fields";
import css from "./designer.module.css";

/** The form as it will be on a phone: it can be tried, nothing is sent. */
export function FormPreview({ form, title }: { form: FormDefinition; title: string }) {
  const { t } = useText();
  const [values, setValues] = useState(() => initialValues(form));
  const [flaws, setFlaws] = useState({});
  const [fine, setFine] = useState(false);
  return (
    <section className={css.phone} aria-label={t("formDesign.preview")}>
      <header className={css.phoneHead}>{title}</header>
      <div className={css.phoneBody}>
        <FormFields
          form={form}
          values={values}
          onChange={(update) => {
            setFine(false);
            setValues(update);
          }}
          flaws={flaws}
          preview
          approvals={({ label }) => <Button disabled>{t("formDesign.chooseApproval", { label })}</Button>}
        />
      </div>
      <footer className={css.phoneFoot}>
        <span className={css.quiet} aria-live="polite">
          {fine ? t("formDesign.previewFine") : t("formDesign.previewHint")}
        </span>
        <Button
          type="primary"
          onClick={() => {
            const found = checkForm(form, values);
            setFlaws(found);
            setFine(Object.keys(found).length === 0);
          }}
        >
          {t("formDesign.tryCheck")}
        </Button>
      </footer>
    </section>
  );
}
