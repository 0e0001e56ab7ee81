import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App } from "antd";
import { useState } from "react";
import type { ApprovalRun, FormToFill } from "@/api/approval-types";
import { Problem } from "@/api/http";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { TemplateIcon } from "@/ui/template-icon";
import type { StartFrom } from "./boxes";
import { carriedOver } from "./carried-over";
import { type Draft, readDraft, writeDraft } from "./draft-store";
import { type Filled, FillForm } from "./fill-form";
import { PageFrame } from "./page-frame";
import { surroundingsOf } from "./run-form";
import { formQuery, runQuery, useSubmit } from "./use-approvals";

interface Props {
  template: number;
  from: StartFrom;
}

/** Filling in a new application: from nothing, from a draft, or from an earlier run. */
export function FillPage({ template, from }: Props) {
  const source = from.undoes ?? from.copy ?? null;
  const form = useQuery(formQuery(template));
  const run = useQuery({ ...runQuery(source ?? 0), enabled: source !== null });
  const ready = form.data && (source === null || run.data);
  return (
    <PageFrame
      title={form.data?.name ?? ""}
      icon={form.data && <TemplateIcon large name={form.data.icon} />}
      back={source === null ? "/approvals/new" : `/approvals/${source}`}
      problem={form.error ?? (source === null ? null : run.error)}
      pending={!ready}
    >
      {form.data && ready && (
        <NewForm key={form.data.version} form={form.data} run={run.data ?? null} undoes={from.undoes ?? null} />
      )}
    </PageFrame>
  );
}

interface FormProps {
  form: FormToFill;
  run: ApprovalRun | null;
  undoes: number | null;
}

function NewForm({ form, run, undoes }: FormProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { member, org } = useSession();
  const submit = useSubmit();
  const place = { org: org.id, member: member.id, template: form.id };
  const [draft, setDraft] = useState(() => (run ? null : readDraft(place)));
  const [key, setKey] = useState(() => draft?.key ?? randomKey());
  const first: Filled = draft ?? {
    values: run ? carriedOver(form.form, run.values, form.initial) : form.initial,
    chosen: {},
  };
  const keep = run ? undefined : (filled: Filled) => writeDraft(place, { ...filled, version: form.version, key });
  const discard = () => {
    writeDraft(place, null);
    setDraft(null);
    setKey(randomKey());
  };
  const send = (filled: Filled, onDone: () => void) =>
    follow(submit.mutateAsync({ key, templateId: form.id, version: form.version, ...filled, undoes }), {
      onSuccess: ({ head }) => {
        if (!run) writeDraft(place, null);
        onDone();
        void message.success(t("approval.fill.sent", { number: head.number }));
        void navigate({
          to: "/approvals/$approvalId",
          params: { approvalId: String(head.id) },
          search: { box: "SENT" },
          replace: true,
          ignoreBlocker: true,
        });
      },
    });
  return (
    <FillForm
      key={key}
      subject={{ template: form.id }}
      form={form.form}
      first={first}
      notice={noticeOf(draft, undoes)}
      onDiscard={draft ? discard : undefined}
      onChange={keep}
      busy={submit.isPending}
      problem={submit.error}
      changed={submit.error instanceof Problem && submit.error.code === "approval.template_changed"}
      sendText={t(undoes === null ? "approval.fill.send" : "approval.fill.sendUndo")}
      onSend={send}
      {...(run ? surroundingsOf(run) : {})}
    />
  );
}

function noticeOf(draft: Draft | null, undoes: number | null): "draft" | "undo" | null {
  return undoes !== null ? "undo" : draft ? "draft" : null;
}
