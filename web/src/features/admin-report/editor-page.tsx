import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { FIELD_KINDS } from "@/api/form-types";
import { Problem } from "@/api/http";
import type { ReportContent, ReportTemplateDetails } from "@/api/report-template-types";
import { useText } from "@/lib/i18n";
import { useAdminNavigate } from "@/ui/admin-address";
import { FormDesigner } from "@/ui/forms/designer/form-designer";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "@/ui/template-editor.module.css";
import { BasicsStep } from "./basics-step";
import { EditorHead } from "./editor-head";
import { ProblemList } from "./problem-list";
import type { Step } from "./report-flaws";
import { RulesStep } from "./rules-step";
import { useReportEditor } from "./use-report-editor";
import { detailsQuery } from "./use-report-templates";

interface Props {
  id: number;
  step: Step;
  /** The chosen field, so that a problem can be linked to. */
  at: string | null;
}

/** Reports have no related approvals. */
const KINDS = FIELD_KINDS.filter((kind) => kind !== "APPROVAL");

export function EditorPage({ id, step, at }: Props) {
  const { t } = useText();
  const { data, error, dataUpdatedAt } = useQuery(detailsQuery(id));
  if (!data) return error ? <ProblemNote problem={error} /> : <RowSkeletons label={t("form.loading")} />;
  return <Editor key={dataUpdatedAt} details={data} step={step} at={at} />;
}

interface EditorProps {
  details: ReportTemplateDetails;
  step: Step;
  at: string | null;
}

/** One template: three steps over one content that can be undone, and published when nothing is missing. */
function Editor({ details, step, at }: EditorProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const go = useAdminNavigate();
  const editor = useReportEditor(details);
  const [listed, setListed] = useState(false);
  const { template } = details;
  const show = (next: Step, place: string | null) =>
    go(
      `/reports/${template.id}`,
      { step: next === "basics" ? undefined : next, at: place ?? undefined },
      next === step,
    );
  const publish = async () => {
    const result = await editor.publish();
    if (result === "done") void message.success(t("reportDesign.published"));
    if (result === "flawed") setListed(true);
  };
  return (
    <div className={css.page}>
      <LeaveGuard dirty={editor.dirty} withinPage />
      <EditorHead
        template={template}
        editor={editor}
        step={step}
        onStep={(next) => show(next, null)}
        onProblems={() => setListed(true)}
        onPublish={() => void publish()}
      />
      <ProblemNote problem={editor.problem} action={<Reload id={template.id} problem={editor.problem} />} />
      <div className={css.body}>
        <Steps details={details} editor={editor} step={step} at={at} show={show} />
      </div>
      {listed && (
        <ProblemList
          flaws={editor.flaws}
          content={editor.content}
          onGo={(next, place) => {
            setListed(false);
            show(next, place);
          }}
          onClose={() => setListed(false)}
        />
      )}
    </div>
  );
}

interface StepsProps extends EditorProps {
  editor: ReturnType<typeof useReportEditor>;
  show: (step: Step, at: string | null) => void;
}

/** Keys of what was published, so that no other field gets them. Columns as `table.column`. */
function keysOf({ form }: ReportContent): Set<string> {
  return new Set(
    form.fields.flatMap(({ key, columns }) => [key, ...(columns ?? []).map((column) => `${key}.${column.key}`)]),
  );
}

function Steps({ details, editor, step, at, show }: StepsProps) {
  const { content, flaws, editing } = editor;
  const change = (changes: Partial<ReportContent>, group?: string) =>
    editing.change((now) => ({ ...now, ...changes }), group && `${step}:${group}`);
  switch (step) {
    case "basics":
      return <BasicsStep template={details.template} content={content} change={change} />;
    case "form":
      return (
        <FormDesigner
          form={content.form}
          change={(update, group) =>
            editing.change((now) => ({ ...now, form: update(now.form) }), group && `form:${group}`)
          }
          flaws={flaws.form}
          taken={keysOf(editor.published)}
          title={content.name}
          kinds={KINDS}
          chosen={at}
          onChoose={(path) => show("form", path)}
        />
      );
    case "rules":
      return <RulesStep content={content} change={change} flaws={flaws.rules} />;
  }
}

/** When somebody else published meanwhile, one's own changes cannot be laid over theirs: take theirs. */
function Reload({ id, problem }: { id: number; problem: unknown }) {
  const { t } = useText();
  const cache = useQueryClient();
  if (!(problem instanceof Problem) || problem.code !== "reporttemplate.changed_meanwhile") return null;
  return (
    <Button size="small" danger onClick={() => void cache.refetchQueries({ queryKey: detailsQuery(id).queryKey })}>
      {t("reportDesign.takeTheirs")}
    </Button>
  );
}
