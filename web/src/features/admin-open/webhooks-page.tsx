import { ApiOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Webhook, WebhookCreated } from "@/api/open-types";
import { type Translate, useText } from "@/lib/i18n";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import { DeliveriesDrawer } from "./deliveries-drawer";
import css from "./open.module.css";
import { SecretDialog } from "./secret-dialog";
import { webhooksQuery } from "./use-webhooks";
import { WebhookDialog } from "./webhook-dialog";

type Shown = { what: "form"; webhook: Webhook | null } | { what: "deliveries"; webhook: Webhook } | null;

/** Addresses of other systems that are told what happens. */
export function WebhooksPage() {
  const { t } = useText();
  const webhooks = useQuery(webhooksQuery);
  const [shown, setShown] = useState<Shown>(null);
  const [created, setCreated] = useState<WebhookCreated | null>(null);
  const rows = webhooks.data ?? [];
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setShown({ what: "form", webhook: null })}>
      {t("open.webhooks.create")}
    </Button>
  );
  const show = (next: WebhookCreated) => {
    setShown(null);
    setCreated(next);
  };
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.webhooks")} lead={t("open.webhooks.lead")} actions={rows.length > 0 && create} />
      <ProblemNote problem={webhooks.error} />
      {webhooks.isPending ? (
        <RowSkeletons label={t("form.loading")} />
      ) : (
        <DataTable
          rows={rows}
          columns={columns(t, setShown)}
          keyOf={({ id }) => id}
          label={t("admin.places.webhooks")}
          empty={
            webhooks.isSuccess && (
              <EmptyState
                icon={<ApiOutlined />}
                title={t("open.webhooks.empty")}
                text={t("open.webhooks.emptyText")}
                action={create}
              />
            )
          }
        />
      )}
      {shown?.what === "form" && (
        <WebhookDialog webhook={shown.webhook} onClose={() => setShown(null)} onSecret={show} />
      )}
      {shown?.what === "deliveries" && <DeliveriesDrawer webhook={shown.webhook} onClose={() => setShown(null)} />}
      {created && (
        <SecretDialog
          title={t("open.webhooks.secretTitle", { name: created.webhook.name })}
          text={t("open.webhooks.secretText")}
          secret={created.secret}
          onClose={() => setCreated(null)}
        />
      )}
    </div>
  );
}

function columns(t: Translate, show: (shown: Shown) => void): Column<Webhook>[] {
  return [
    { key: "name", title: t("open.name"), width: 150, render: ({ name }) => <span className={css.cut}>{name}</span> },
    {
      key: "url",
      title: t("open.webhooks.url"),
      width: 280,
      render: ({ url }) => (
        <span className={css.cut} title={url}>
          {url}
        </span>
      ),
    },
    { key: "topics", title: t("open.webhooks.topics"), width: 110, render: ({ topics }) => topicsText(t, topics) },
    {
      key: "state",
      title: t("open.state"),
      width: 90,
      render: ({ enabled }) => (
        <StateTag tone={enabled ? "good" : "quiet"}>{t(enabled ? "open.on" : "open.off")}</StateTag>
      ),
    },
    {
      key: "act",
      title: t("open.acts"),
      width: 200,
      render: (webhook) => (
        <span className={css.buttons}>
          <Button
            size="small"
            aria-label={t("open.webhooks.deliveriesOf", { name: webhook.name })}
            onClick={() => show({ what: "deliveries", webhook })}
          >
            {t("open.webhooks.deliveries")}
          </Button>
          <Button
            size="small"
            aria-label={t("open.editOf", { name: webhook.name })}
            onClick={() => show({ what: "form", webhook })}
          >
            {t("open.edit")}
          </Button>
        </span>
      ),
    },
  ];
}

function topicsText(t: Translate, topics: string[]): string {
  return topics.includes("*") ? t("open.webhooks.all") : t("open.webhooks.some", { count: topics.length });
}
