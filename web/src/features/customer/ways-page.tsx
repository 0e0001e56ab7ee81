import { DeleteOutlined, EditOutlined, PlusOutlined, QrcodeOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { ContactWay } from "@/api/customer-types";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { QrPicture } from "@/ui/qr-picture";
import { StateTag } from "@/ui/state-tag";
import css from "./customer.module.css";
import { PageFrame } from "./page-frame";
import { useCodeWords } from "./use-code-words";
import { useChange, waysQuery } from "./use-customers";
import { WayDialog } from "./way-dialog";

/** Codes with one or several people behind them. */
export function WaysPage() {
  const { t } = useText();
  const pages = useInfiniteQuery(waysQuery);
  const [edited, setEdited] = useState<ContactWay | "new" | null>(null);
  const ways = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
      {t("customer.codes.new")}
    </Button>
  );
  return (
    <PageFrame
      title={t("customer.places.ways")}
      lead={t("customer.codes.lead")}
      actions={create}
      problem={pages.error}
      pending={pages.isPending}
    >
      {ways.map((way) => (
        <Way key={way.id} way={way} onEdit={() => setEdited(way)} />
      ))}
      {pages.isSuccess && ways.length === 0 && (
        <EmptyState
          icon={<QrcodeOutlined />}
          title={t("customer.codes.empty")}
          text={t("customer.codes.emptyText")}
          action={create}
        />
      )}
      <MoreButton pages={pages} />
      {edited !== null && <WayDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}

function Way({ way, onEdit }: { way: ContactWay; onEdit: () => void }) {
  const { t } = useText();
  const { modal } = App.useApp();
  const words = useCodeWords(way.title);
  const remove = useChange((id: number) => api.delete(`/api/contact-ways/${id}`));
  const ask = () =>
    modal.confirm({
      title: t("customer.codes.removeTitle", { name: way.title }),
      content: t("customer.codes.removeText"),
      okText: t("customer.tags.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(way.id).catch(() => undefined), // shown in the page
    });
  return (
    <section className={css.card} aria-label={way.title}>
      <div className={css.rowLine}>
        <h2 className={`${css.partTitle} ${css.grow}`}>{way.title}</h2>
        {way.over && <StateTag tone="quiet">{t("customer.codes.over")}</StateTag>}
        {way.mayChange && (
          <>
            <IconButton
              size="small"
              icon={<EditOutlined />}
              label={t("customer.codes.edit", { name: way.title })}
              onClick={onEdit}
            />
            <IconButton
              size="small"
              icon={<DeleteOutlined />}
              label={t("customer.codes.remove", { name: way.title })}
              onClick={ask}
            />
          </>
        )}
      </div>
      <p className={css.quiet}>
        {t("customer.codes.facts", {
          count: way.customers,
          names: way.people.map(nameOf).join(t("customer.comma")),
        })}
      </p>
      <QrPicture picture={`/api/contact-ways/${way.id}/qr`} path={way.path} name={way.title} words={words} />
      <ProblemNote problem={remove.error} />
    </section>
  );
}
