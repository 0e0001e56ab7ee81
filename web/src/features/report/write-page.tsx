import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Alert, App } from "antd";
import { useState } from "react";
import { Problem } from "@/api/http";
import type { ReportForm } from "@/api/report-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { TemplateIcon } from "@/ui/template-icon";
import { PageFrame } from "./page-frame";
import { periodText } from "./period-text";
import { useDraft } from "./use-draft";
import { formQuery, useSend } from "./use-reports";
import { WriteForm, type Written } from "./write-form";

interface Props {
  template: number;
  /** Any day of the period that is reported on; null: the one that is open. */
  day: string | null;
}

/** Writing one report: for the open period, or for the one a reminder named. */
export function WritePage({ template, day }: Props) {
  const { data, error } = useQuery(formQuery(template, day));
  return (
    <PageFrame
      title={data?.name ?? ""}
      icon={data && <TemplateIcon name={data.icon} />}
      back="/reports/new"
      problem={error}
      pending={!data}
    >
      {data && <Body form={data} day={day} />}
    </PageFrame>
  );
}

function Body({ form, day }: { form: ReportForm; day: string | null }) {
  const { t, locale } = useText();
  const period = periodText(form.period, locale);
  if (form.sent !== null) {
    return (
      <Alert
        type="success"
        showIcon
        title={t("report.write.alreadySent", { period })}
        action={
          <Link to="/reports/$reportId" params={{ reportId: String(form.sent) }} search={{ box: "SENT" }}>
            {t("report.write.open")}
          </Link>
        }
      />
    );
  }
  if (form.period.closed) return <Alert type="error" showIcon title={t("report.write.closed", { period })} />;
  return <NewReport key={form.version} form={form} day={day} />;
}

function firstOf({ draft, initial }: ReportForm): Written {
  return draft
    ? { values: draft.values, recipients: draft.recipients, conversations: draft.conversations }
    : { values: initial, recipients: [], conversations: [] };
}

function NewReport({ form, day }: { form: ReportForm; day: string | null }) {
  const { t } = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const named = form.period.day;
  const draft = useDraft(form.id, named);
  const send = useSend(form.id, named);
  const [key] = useState(randomKey);
  const [fresh, setFresh] = useState(form.draft === null);
  const idsOf = ({ values, recipients, conversations }: Written) => ({
    version: form.version,
    values,
    recipients: recipients.map(({ id }) => id),
    conversations: conversations.map(({ id }) => id),
  });
  const submit = (written: Written) => {
    draft.forget();
    follow(send.mutateAsync({ key, templateId: form.id, day: named, ...idsOf(written) }), {
      onError: () => draft.keep(idsOf(written)), // what was written last is not kept yet
      onSuccess: ({ head }) => {
        void message.success(t("report.write.sent", { count: head.recipients }));
        void navigate({
          to: "/reports/$reportId",
          params: { reportId: String(head.id) },
          search: { box: "SENT" },
          replace: true,
        });
      },
    });
  };
  return (
    <WriteForm
      key={fresh ? "fresh" : "draft"}
      form={form}
      first={fresh ? { values: form.initial, recipients: [], conversations: [] } : firstOf(form)}
      resumed={fresh ? null : (form.draft?.savedAt ?? null)}
      draft={draft}
      busy={send.isPending}
      problem={send.error}
      changed={send.error instanceof Problem && send.error.code === "report.template_changed"}
      onDiscard={() => draft.discard(() => setFresh(true))}
      onReload={() => void cache.refetchQueries({ queryKey: formQuery(form.id, day).queryKey })}
      onKeep={(written) => draft.keep(idsOf(written))}
      onSend={submit}
    />
  );
}
