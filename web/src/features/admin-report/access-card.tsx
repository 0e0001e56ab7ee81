import { App, Button } from "antd";
import { useState } from "react";
import { usePeople } from "@/api/people";
import type { ReportAccess, ReportTemplate } from "@/api/report-template-types";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { useNames } from "@/ui/forms/designer/use-names";
import { LeaveGuard } from "@/ui/leave-guard";
import { MembersField } from "@/ui/members-field";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/template-editor.module.css";
import { AudienceField } from "./audience-field";
import { useSaveAccess } from "./use-report-templates";

function accessOf({ write, managers, dataManagers }: ReportTemplate): ReportAccess {
  return { write, managers: managers.map(({ id }) => id), dataManagers: dataManagers.map(({ id }) => id) };
}

/** Who may write, edit and look at everything; takes effect at once and is no part of what is published. */
export function AccessCard({ template }: { template: ReportTemplate }) {
  const { t } = useText();
  const { message } = App.useApp();
  const admin = isAdmin(useSession().grants);
  const keep = usePeople((store) => store.keep);
  const [saved, setSaved] = useState(() => accessOf(template));
  const [changed, setChanged] = useState<ReportAccess | null>(null);
  const save = useSaveAccess(template.id);
  const access = changed ?? saved;
  useNames([...access.managers, ...access.dataManagers]);
  const change = (changes: Partial<ReportAccess>) => setChanged({ ...access, ...changes });
  const submit = () =>
    follow(save.mutateAsync(access), {
      onSuccess: (after) => {
        keep([...after.managers, ...after.dataManagers]);
        setSaved(accessOf(after));
        setChanged(null);
        void message.success(t("form.saved"));
      },
    });
  return (
    <section className={css.form} aria-label={t("reportDesign.access.title")}>
      <LeaveGuard dirty={changed !== null} />
      <div>
        <h2 className={css.cardTitle}>{t("reportDesign.access.title")}</h2>
        <p className={css.quiet}>{t("reportDesign.access.atOnce")}</p>
      </div>
      <AudienceField
        label={t("reportDesign.access.write")}
        value={access.write}
        onChange={(write) => change({ write })}
      />
      {admin &&
        (["managers", "dataManagers"] as const).map((name) => (
          <div key={name} className={css.field}>
            <span className={css.label}>{t(`reportDesign.access.${name}`)}</span>
            <p className={css.quiet}>{t(`reportDesign.access.${name}Help`)}</p>
            <MembersField
              label={t(`reportDesign.access.${name}`)}
              ids={access[name]}
              onChange={(ids) => change({ [name]: ids })}
            />
          </div>
        ))}
      <ProblemNote problem={save.error} />
      <div className={css.acts}>
        <Button type="primary" disabled={changed === null} loading={save.isPending} onClick={submit}>
          {t("reportDesign.access.save")}
        </Button>
        <Button disabled={changed === null} onClick={() => setChanged(null)}>
          {t("form.cancel")}
        </Button>
      </div>
    </section>
  );
}
