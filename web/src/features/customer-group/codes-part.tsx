import { DeleteOutlined, EditOutlined, PlusOutlined, QrcodeOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import type { GroupCode, GroupCodeGroup } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { QrPicture } from "@/ui/qr-picture";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import { CodeDialog } from "./code-dialog";
import css from "./group.module.css";
import { codesQuery, useChange } from "./use-groups";

/** Codes that lead into groups. */
export function CodesPart() {
  const { t } = useText();
  const pages = useInfiniteQuery(codesQuery);
  const [edited, setEdited] = useState<GroupCode | "new" | null>(null);
  const codes = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
      {t("customerGroup.codes.new")}
    </Button>
  );
  return (
    <section aria-label={t("customerGroup.tabs.codes")}>
      <div className={css.bar}>
        <p className={css.lead}>{t("customerGroup.codes.lead")}</p>
        {codes.length > 0 && create}
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("customerGroup.loading")} />}
      {pages.isSuccess && codes.length === 0 && (
        <EmptyState
          icon={<QrcodeOutlined />}
          title={t("customerGroup.codes.empty")}
          text={t("customerGroup.codes.emptyText")}
          action={create}
        />
      )}
      <div className={css.rows}>
        {codes.map((code) => (
          <CodeCard key={code.id} code={code} onEdit={() => setEdited(code)} />
        ))}
      </div>
      <MoreButton pages={pages} />
      {edited !== null && <CodeDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

function CodeCard({ code, onEdit }: { code: GroupCode; onEdit: () => void }) {
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const { id, title, remark, owner, joined, endsAt, over, full, mayChange } = code;
  const remove = useChange((which: number) => api.delete(`/api/customer-group-codes/${which}`));
  const ask = () =>
    modal.confirm({
      title: t("customerGroup.codes.endTitle", { name: title }),
      content: t("customerGroup.codes.endText"),
      okText: t("customerGroup.codes.end"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(id).catch(() => undefined), // shown in the page
    });
  const facts = [
    t("customerGroup.codes.joined", { count: joined }),
    t("customerGroup.codes.by", { name: nameOf(owner) }),
    endsAt && t("customerGroup.codes.until", { date: dayAndClock(endsAt, locale) }),
    remark,
  ];
  return (
    <section className={css.card} aria-label={title}>
      <div className={css.head}>
        <h2 className={css.partTitle}>{title}</h2>
        {full && !over && <StateTag tone="warn">{t("customerGroup.codes.full")}</StateTag>}
        {over && <StateTag tone="quiet">{t("customerGroup.codes.over")}</StateTag>}
        {mayChange && !over && (
          <>
            <IconButton
              size="small"
              icon={<EditOutlined />}
              label={t("customerGroup.codes.edit", { name: title })}
              onClick={onEdit}
            />
            <IconButton
              size="small"
              icon={<DeleteOutlined />}
              label={t("customerGroup.codes.endName", { name: title })}
              onClick={ask}
            />
          </>
        )}
      </div>
      <p className={css.small}>{facts.filter(Boolean).join(" · ")}</p>
      <Fill groups={code.groups} />
      {code.autoCreate && (
        <p className={css.small}>
          {t("customerGroup.codes.next", { name: `${code.baseName}${code.nextNumber}`, count: code.autoMost })}
        </p>
      )}
      {!over && (
        <QrPicture
          picture={`/api/customer-group-codes/${id}/qr`}
          path={code.path}
          name={title}
          words={{
            alt: t("customerGroup.codes.alt", { name: title }),
            copy: t("customerGroup.codes.copy"),
            save: t("customerGroup.codes.save"),
            print: t("customerGroup.codes.print"),
          }}
        />
      )}
      <ProblemNote problem={remove.error} />
    </section>
  );
}

/** How full each of the groups is that the code leads to, in their order. */
function Fill({ groups }: { groups: GroupCodeGroup[] }) {
  const { t } = useText();
  return (
    <ol className={css.fills}>
      {groups.map(({ id, title, members, most, auto }) => (
        <li key={id} className={css.fill}>
          <Link to="/customers/groups/$groupId" params={{ groupId: String(id) }} className={css.cut}>
            {title}
          </Link>
          {auto && <span className={css.small}>{t("customerGroup.codes.auto")}</span>}
          <meter min={0} max={most} value={members} aria-label={t("customerGroup.codes.filled", { title })} />
          <span className={css.number}>
            {members} / {most}
          </span>
        </li>
      ))}
    </ol>
  );
}
