import { App, Button, Radio } from "antd";
import { useState } from "react";
import type { StartRange, Template, TemplateAccess } from "@/api/approval-template-types";
import { usePeople } from "@/api/people";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { useNames } from "@/ui/forms/designer/use-names";
import { LeaveGuard } from "@/ui/leave-guard";
import { MembersField } from "@/ui/members-field";
import { ProblemNote } from "@/ui/problem-note";
import { RangeField } from "@/ui/range-field";
import css from "@/ui/template-editor.module.css";
import { useSaveAccess } from "./use-templates";

function accessOf({ start, managers, dataManagers }: Template): TemplateAccess {
  return { start, managers: managers.map(({ id }) => id), dataManagers: dataManagers.map(({ id }) => id) };
}

const NOBODY = { members: [], departments: [], roles: [] };

/** Who may start, edit and look at everything; takes effect at once and is no part of the draft. */
export function AccessCard({ template }: { template: Template }) {
  const { t } = useText();
  const { message } = App.useApp();
  const admin = isAdmin(useSession().grants);
  const keep = usePeople((store) => store.keep);
  const [changed, setChanged] = useState<TemplateAccess | null>(null);
  const save = useSaveAccess(template.id);
  const access = changed ?? accessOf(template);
  useNames([...access.managers, ...access.dataManagers]);
  const change = (changes: Partial<TemplateAccess>) => setChanged({ ...access, ...changes });
  const submit = () =>
    follow(save.mutateAsync(access), {
      onSuccess: (saved) => {
        keep([...saved.managers, ...saved.dataManagers]);
        setChanged(null);
        void message.success(t("form.saved"));
      },
    });
  return (
    <section className={css.form} aria-label={t("approvalDesign.access.title")}>
      <LeaveGuard dirty={changed !== null} />
      <div>
        <h2 className={css.cardTitle}>{t("approvalDesign.access.title")}</h2>
        <p className={css.quiet}>{t("approvalDesign.access.atOnce")}</p>
      </div>
      <StartField value={access.start} onChange={(start) => change({ start })} />
      {admin && (
        <div className={css.field}>
          <span className={css.label}>{t("approvalDesign.access.managers")}</span>
          <p className={css.quiet}>{t("approvalDesign.access.managersHelp")}</p>
          <MembersField
            label={t("approvalDesign.access.managers")}
            ids={access.managers}
            onChange={(managers) => change({ managers })}
          />
        </div>
      )}
      {admin && (
        <div className={css.field}>
          <span className={css.label}>{t("approvalDesign.access.dataManagers")}</span>
          <p className={css.quiet}>{t("approvalDesign.access.dataManagersHelp")}</p>
          <MembersField
            label={t("approvalDesign.access.dataManagers")}
            ids={access.dataManagers}
            onChange={(dataManagers) => change({ dataManagers })}
          />
        </div>
      )}
      <ProblemNote problem={save.error} />
      <div className={css.acts}>
        <Button type="primary" disabled={changed === null} loading={save.isPending} onClick={submit}>
          {t("approvalDesign.access.save")}
        </Button>
        <Button disabled={changed === null} onClick={() => setChanged(null)}>
          {t("form.cancel")}
        </Button>
      </div>
    </section>
  );
}

function StartField({ value, onChange }: { value: StartRange; onChange: (value: StartRange) => void }) {
  const { t } = useText();
  return (
    <>
      <fieldset className={css.field}>
        <legend className={css.label}>{t("approvalDesign.access.start")}</legend>
        <Radio.Group
          aria-label={t("approvalDesign.access.start")}
          value={value.everyone}
          options={[
            { value: true, label: t("approvalDesign.access.everyone") },
            { value: false, label: t("approvalDesign.access.some") },
          ]}
          onChange={(event) => onChange({ ...value, everyone: event.target.value })}
        />
        {!value.everyone && <RangeField value={value} onChange={(range) => onChange({ ...value, ...range })} />}
      </fieldset>
      <fieldset className={css.field}>
        <legend className={css.label}>{t("approvalDesign.access.except")}</legend>
        <RangeField value={value.except ?? NOBODY} onChange={(except) => onChange({ ...value, except })} />
      </fieldset>
    </>
  );
}
