import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { Template, TemplateContent, TemplateDraft } from "@/api/approval-template-types";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { useAdminNavigate } from "@/ui/admin-address";
import { FormDesigner } from "@/ui/forms/designer/form-designer";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "@/ui/template-editor.module.css";
import type { Step } from "./all-flaws";
import { BasicsStep } from "./basics-step";
import { EditorHead } from "./editor-head";
import { ProblemList } from "./problem-list";
import { RouteDesigner } from "./route-designer";
import { SettingsStep } from "./settings-step";
import { useEditor } from "./use-editor";
import { draftQuery, publishedKeysQuery, templateQuery, templatesQuery } from "./use-templates";
import { VersionsDrawer } from "./versions-drawer";

interface Props {
  id: number;
  step: Step;
  /** The chosen field or node, so that a problem can be linked to. */
  at: string | null;
}

export function EditorPage({ id, step, at }: Props) {
  const { t } = useText();
  const template = useQuery(templateQuery(id));
  const draft = useQuery(draftQuery(id));
  const problem = template.error ?? draft.error;
  if (!template.data || !draft.data) {
    return problem ? <ProblemNote problem={problem} /> : <RowSkeletons label={t("form.loading")} />;
  }
  return <Editor key={draft.dataUpdatedAt} template={template.data} draft={draft.data} step={step} at={at} />;
}

interface EditorProps {
  template: Template;
  draft: TemplateDraft;
  step: Step;
  at: string | null;
}

/** One template: four steps over one draft that can be undone, saved, and published when nothing is missing. */
function Editor({ template, draft, step, at }: EditorProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const go = useAdminNavigate();
  const editor = useEditor(template.id, draft);
  const [listed, setListed] = useState(false);
  const [past, setPast] = useState(false);
  const show = (next: Step, place: string | null) =>
    go(
      `/approvals/${template.id}`,
      { step: next === "basics" ? undefined : next, at: place ?? undefined },
      next === step,
    );
  const publish = async () => {
    const result = await editor.publish();
    if (result === "done") void message.success(t("approvalDesign.published"));
    if (result === "flawed") setListed(true);
  };
  return (
    <div className={css.page}>
      <LeaveGuard dirty={editor.dirty} withinPage />
      <EditorHead
        template={template}
        content={editor.content}
        step={step}
        flaws={editor.flaws}
        editing={editor.editing}
        dirty={editor.dirty}
        saving={editor.saving}
        busy={editor.busy}
        onStep={(next) => show(next, null)}
        onProblems={() => setListed(true)}
        onVersions={() => setPast(true)}
        onSave={() =>
          void editor.save().then(
            () => message.success(t("form.saved")),
            () => undefined,
          )
        }
        onPublish={() => void publish()}
      />
      <ProblemNote problem={editor.problem} action={<Reload id={template.id} problem={editor.problem} />} />
      <div className={css.body}>
        <Steps template={template} editor={editor} step={step} at={at} show={show} />
      </div>
      {past && (
        <VersionsDrawer
          id={template.id}
          current={template.version}
          onUse={(content, number) => {
            setPast(false);
            editor.editing.change(() => content);
            void message.success(t("approvalDesign.versions.used", { number }));
          }}
          onClose={() => setPast(false)}
        />
      )}
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

interface StepsProps {
  template: Template;
  editor: ReturnType<typeof useEditor>;
  step: Step;
  at: string | null;
  show: (step: Step, at: string | null) => void;
}

function Steps({ template, editor, step, at, show }: StepsProps) {
  const { content, flaws, editing } = editor;
  const taken = useQuery(publishedKeysQuery(template.id, template.version));
  const templates = useQuery(templatesQuery);
  const change = (changes: Partial<TemplateContent>, group?: string) =>
    editing.change((now) => ({ ...now, ...changes }), group && `${step}:${group}`);
  switch (step) {
    case "basics":
      return <BasicsStep template={template} draft={content} change={change} />;
    case "form":
      return (
        <FormDesigner
          form={content.form}
          change={(update, group) =>
            editing.change((now) => ({ ...now, form: update(now.form) }), group && `form:${group}`)
          }
          flaws={flaws.form}
          taken={new Set(taken.data)}
          title={content.name}
          templates={templates.data}
          chosen={at}
          onChoose={(path) => show("form", path)}
        />
      );
    case "route":
      return (
        <RouteDesigner
          route={content.route}
          change={(update, group) =>
            editing.change((now) => ({ ...now, route: update(now.route) }), group && `route:${group}`)
          }
          fields={content.form.fields}
          flaws={flaws.route}
          chosen={at}
          onChoose={(node) => show("route", node)}
        />
      );
    case "settings":
      return <SettingsStep draft={content} change={change} flaws={flaws.settings} />;
  }
}

/** When somebody else saved meanwhile, one's own changes cannot be saved over theirs: take theirs. */
function Reload({ id, problem }: { id: number; problem: unknown }) {
  const { t } = useText();
  const cache = useQueryClient();
  if (!(problem instanceof Problem) || problem.code !== "approvaltemplate.draft_changed") return null;
  return (
    <Button size="small" danger onClick={() => void cache.refetchQueries({ queryKey: draftQuery(id).queryKey })}>
      {t("approvalDesign.takeTheirs")}
    </Button>
  );
}
