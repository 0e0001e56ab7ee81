import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import type { Template, TemplateBody } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import { useHistory } from "@/lib/use-history";
import { useAdminNavigate } from "@/ui/admin-address";
import { FormDesigner } from "@/ui/forms/designer/form-designer";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { isFine, joined, NO_FLAWS, type Step, templateFlaws } from "./all-flaws";
import { BasicsStep } from "./basics-step";
import { EditorHead } from "./editor-head";
import { ProblemList } from "./problem-list";
import { RouteDesigner } from "./route-designer";
import { SettingsStep } from "./settings-step";
import { draftOf } from "./template-draft";
import css from "./templates.module.css";
import { flawsOfRefusal, templateQuery, templatesQuery, usePublishTemplate, useSaveTemplate } from "./use-templates";

interface Props {
  id: number;
  step: Step;
  /** The chosen field or node, so that a problem can be linked to. */
  at: string | null;
}

export function EditorPage({ id, step, at }: Props) {
  const { t } = useText();
  const query = useQuery(templateQuery(id));
  if (query.isPending) return <RowSkeletons label={t("form.loading")} />;
  if (!query.data) return <ProblemNote problem={query.error} />;
  return <Editor key={id} template={query.data} step={step} at={at} />;
}

/** One template: four steps over one draft that can be undone, saved, and published when nothing is missing. */
function Editor({ template, step, at }: { template: Template; step: Step; at: string | null }) {
  const { t } = useText();
  const { message } = App.useApp();
  const go = useAdminNavigate();
  const editing = useHistory<TemplateBody>(() => draftOf(template));
  const [saved, setSaved] = useState(editing.now);
  const [problems, setProblems] = useState(false);
  const { flaws, server, setServer } = useFlaws(editing.now);
  const save = useSaveTemplate(template.id);
  const publish = usePublishTemplate(template.id);
  const groups = useGroups();
  const draft = editing.now;
  const dirty = draft !== saved;

  const show = (next: Step, place: string | null) =>
    go(
      `/approvals/${template.id}`,
      { step: next === "basics" ? undefined : next, at: place ?? undefined },
      next === step,
    );
  const change = (changes: Partial<TemplateBody>, group?: string) =>
    editing.change((now) => ({ ...now, ...changes }), group && `basics:${group}`);
  const keep = async () => {
    await save.mutateAsync(draft);
    setSaved(draft);
  };
  const release = async () => {
    if (!isFine(templateFlaws(draft))) return setProblems(true);
    try {
      if (dirty) await keep();
      await publish.mutateAsync();
      setServer(NO_FLAWS);
      void message.success(t("approvalDesign.published"));
    } catch (error) {
      const found = flawsOfRefusal(error);
      if (!found) return;
      setServer(found);
      setProblems(true);
    }
  };
  return (
    <div className={css.page}>
      <LeaveGuard dirty={dirty} />
      <EditorHead
        template={template}
        name={draft.name}
        icon={draft.icon}
        step={step}
        flaws={flaws}
        editing={editing}
        dirty={dirty}
        busy={save.isPending || publish.isPending}
        onStep={(next) => show(next, null)}
        onProblems={() => setProblems(true)}
        onSave={() =>
          void keep().then(
            () => message.success(t("form.saved")),
            () => undefined,
          )
        }
        onPublish={() => void release()}
      />
      <ProblemNote problem={save.error ?? (server === NO_FLAWS ? publish.error : null)} />
      <div className={css.body}>
        {step === "basics" && <BasicsStep draft={draft} change={change} groups={groups} />}
        {step === "form" && (
          <FormDesigner
            form={draft.form}
            change={(update, group) =>
              editing.change((now) => ({ ...now, form: update(now.form) }), group && `form:${group}`)
            }
            flaws={flaws.form}
            taken={new Set(template.usedKeys)}
            title={draft.name}
            chosen={at}
            onChoose={(path) => show("form", path)}
          />
        )}
        {step === "route" && (
          <RouteDesigner
            route={draft.route}
            change={(update, group) =>
              editing.change((now) => ({ ...now, route: update(now.route) }), group && `route:${group}`)
            }
            fields={draft.form.fields}
            flaws={flaws.route}
            chosen={at}
            onChoose={(node) => show("route", node)}
          />
        )}
        {step === "settings" && <SettingsStep draft={draft} change={change} />}
      </div>
      {problems && (
        <ProblemList
          flaws={flaws}
          fields={draft.form.fields}
          route={draft.route}
          onGo={(next, place) => {
            setProblems(false);
            show(next, place);
          }}
          onClose={() => setProblems(false)}
        />
      )}
    </div>
  );
}

/** One's own flaws always, the server's until something is changed. */
function useFlaws(draft: TemplateBody) {
  const [found, setFound] = useState({ flaws: NO_FLAWS, of: draft });
  const server = found.of === draft ? found.flaws : NO_FLAWS;
  return {
    flaws: joined(templateFlaws(draft), server),
    server,
    setServer: (flaws: typeof NO_FLAWS) => setFound({ flaws, of: draft }),
  };
}

function useGroups(): string[] {
  const { data } = useQuery(templatesQuery);
  return [...new Set(data?.items.flatMap((row) => row.group ?? []) ?? [])];
}
