import { DeleteOutlined, EditOutlined, PlusOutlined, SafetyOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { GuardRule, SpamRule } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { type Translate, useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import css from "./group.module.css";
import { RuleDialog } from "./rule-dialog";
import { rulesQuery, useChange } from "./use-groups";

/** Rules for what customers may write in groups. */
export function RulesPart() {
  const { t } = useText();
  const pages = useInfiniteQuery(rulesQuery);
  const [edited, setEdited] = useState<GuardRule | "new" | null>(null);
  const rules = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
      {t("customerGroup.rules.new")}
    </Button>
  );
  return (
    <section aria-label={t("customerGroup.tabs.rules")}>
      <div className={css.bar}>
        <p className={css.lead}>{t("customerGroup.rules.lead")}</p>
        {rules.length > 0 && create}
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("customerGroup.loading")} />}
      {pages.isSuccess && rules.length === 0 && (
        <EmptyState
          icon={<SafetyOutlined />}
          title={t("customerGroup.rules.empty")}
          text={t("customerGroup.rules.emptyText")}
          action={create}
        />
      )}
      <div className={css.rows}>
        {rules.map((rule) => (
          <RuleCard key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
        ))}
      </div>
      <MoreButton pages={pages} />
      {edited !== null && <RuleDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

/** What a rule looks for, in words. */
function triggersOf(rule: SpamRule, t: Translate): string[] {
  const found: string[] = [];
  if (rule.words.length > 0) found.push(t("customerGroup.rules.wordCount", { count: rule.words.length }));
  if (rule.links) found.push(t("customerGroup.triggers.LINK"));
  if (rule.phones) found.push(t("customerGroup.triggers.PHONE"));
  if (rule.pictures) found.push(t("customerGroup.triggers.PICTURE"));
  if (rule.qr) found.push(t("customerGroup.triggers.QR"));
  if (rule.flood) found.push(t("customerGroup.rules.floodShort", { ...rule.flood }));
  return found;
}

function RuleCard({ rule, onEdit }: { rule: GuardRule; onEdit: () => void }) {
  const { t } = useText();
  const { modal } = App.useApp();
  const remove = useChange((id: number) => api.delete(`/api/customer-group-rules/${id}`));
  const ask = () =>
    modal.confirm({
      title: t("customerGroup.rules.removeTitle", { name: rule.name }),
      okText: t("customerGroup.rules.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(rule.id).catch(() => undefined), // shown in the page
    });
  const action = t(`customerGroup.rules.action.${rule.content.action}`, {
    minutes: rule.content.muteMinutes,
  });
  return (
    <section className={css.card} aria-label={rule.name}>
      <div className={css.head}>
        <h2 className={css.partTitle}>{rule.name}</h2>
        {!rule.on && <StateTag tone="quiet">{t("customerGroup.rules.off")}</StateTag>}
        {rule.mayChange && (
          <>
            <IconButton
              size="small"
              icon={<EditOutlined />}
              label={t("customerGroup.rules.edit", { name: rule.name })}
              onClick={onEdit}
            />
            <IconButton
              size="small"
              icon={<DeleteOutlined />}
              label={t("customerGroup.rules.removeName", { name: rule.name })}
              onClick={ask}
            />
          </>
        )}
      </div>
      <p>{triggersOf(rule.content, t).join(t("customerGroup.comma"))}</p>
      <p className={css.small}>
        {t("customerGroup.rules.then", { count: rule.content.strikes, action })} ·{" "}
        {rule.groups.length === 0
          ? t("customerGroup.rules.everywhere")
          : t("customerGroup.rules.inGroups", { count: rule.groups.length })}
      </p>
      <ProblemNote problem={remove.error} />
    </section>
  );
}
