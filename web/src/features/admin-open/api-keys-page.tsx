import { KeyOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { ApiKey, ApiKeyCreated } from "@/api/open-types";
import type { Locale } from "@/api/types";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import { ApiKeyDialog } from "./api-key-dialog";
import css from "./open.module.css";
import { SecretDialog } from "./secret-dialog";
import { apiKeysQuery, useRevokeApiKey } from "./use-api-keys";

/** Keys with which the company's programs call this server. */
export function ApiKeysPage() {
  const { t, locale } = useText();
  const keys = useQuery(apiKeysQuery);
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<ApiKeyCreated | null>(null);
  const rows = keys.data ?? [];
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t("open.keys.create")}
    </Button>
  );
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.api-keys")} lead={t("open.keys.lead")} actions={rows.length > 0 && create} />
      <ProblemNote problem={keys.error} />
      {keys.isPending ? (
        <RowSkeletons label={t("form.loading")} />
      ) : (
        <DataTable
          rows={rows}
          columns={columns(t, locale)}
          keyOf={({ id }) => id}
          label={t("admin.places.api-keys")}
          empty={
            keys.isSuccess && (
              <EmptyState
                icon={<KeyOutlined />}
                title={t("open.keys.empty")}
                text={t("open.keys.emptyText")}
                action={create}
              />
            )
          }
        />
      )}
      {creating && (
        <ApiKeyDialog
          onClose={() => setCreating(false)}
          onCreated={(made) => {
            setCreating(false);
            setCreated(made);
          }}
        />
      )}
      {created && (
        <SecretDialog
          title={t("open.keys.secretTitle", { name: created.apiKey.name })}
          text={t("open.keys.secretText")}
          secret={created.token}
          onClose={() => setCreated(null)}
        />
      )}
    </div>
  );
}

function columns(t: Translate, locale: Locale): Column<ApiKey>[] {
  const time = (at: string | null) => at && <span title={absolute(at)}>{dayAndClock(at, locale)}</span>;
  return [
    { key: "name", title: t("open.name"), width: 150, render: ({ name }) => <span className={css.cut}>{name}</span> },
    {
      key: "scopes",
      title: t("open.keys.scopes"),
      width: 200,
      render: ({ scopes }) => scopes.map((scope) => t(`open.scope.${scope}`)).join(t("open.comma")),
    },
    {
      key: "member",
      title: t("open.keys.member"),
      width: 130,
      render: ({ member }) => member?.name ?? <span className={css.quiet}>{t("open.keys.any")}</span>,
    },
    { key: "used", title: t("open.keys.used"), width: 130, render: ({ lastUsedAt }) => time(lastUsedAt) },
    { key: "createdBy", title: t("open.keys.createdBy"), width: 110, render: ({ createdBy }) => createdBy?.name },
    {
      key: "state",
      title: t("open.state"),
      width: 90,
      render: ({ revokedAt }) => (
        <StateTag tone={revokedAt ? "quiet" : "good"}>{t(revokedAt ? "open.keys.revoked" : "open.on")}</StateTag>
      ),
    },
    { key: "act", title: t("open.acts"), width: 90, render: (apiKey) => <Revoke apiKey={apiKey} /> },
  ];
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const revoke = useRevokeApiKey();
  if (apiKey.revokedAt) return null;
  const ask = () =>
    modal.confirm({
      title: t("open.keys.revokeTitle", { name: apiKey.name }),
      content: t("open.keys.revokeText"),
      okText: t("open.keys.revoke"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => revoke.mutateAsync(apiKey.id).catch((error) => void message.error(problemText(t, error))),
    });
  return (
    <Button size="small" danger aria-label={t("open.keys.revokeOf", { name: apiKey.name })} onClick={ask}>
      {t("open.keys.revoke")}
    </Button>
  );
}
