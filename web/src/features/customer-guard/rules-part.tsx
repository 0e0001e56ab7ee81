import { DeleteOutlined, EditOutlined, PlusOutlined, SafetyOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { GuardRule } from "@/api/guard-types";
import { api } from "@/api/http";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import css from "./guard.module.css";
import { RuleDialog } from "./rule-dialog";
import { rulesQuery, useGuardChange } from "./use-guard";

/** The company's rules. */
export function RulesPart() {
  const { t } = useText();
  const { modal } = App.useApp();
  const { data, error, isPending } = useQuery(rulesQuery);
  const [edited, setEdited] = useState<GuardRule | "new" | null>(null);
  const remove = useGuardChange((id: number) => api.delete(`/api/customer-guard/rules/${id}`));
  const ask = (rule: GuardRule) =>
    void modal.confirm({
      title: t("guard.rules.deleteOf", { name: rule.name }),
      content: t("guard.rules.deleteText"),
      okText: t("guard.rules.delete"),
      cancelText: t("form.cancel"),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(rule.id).catch(() => undefined), // shown in the page
    });
  return (
    <section aria-label={t("guard.rules.label")}>
      <div className={css.bar}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
          {t("guard.rules.add")}
        </Button>
      </div>
      <ProblemNote problem={error ?? remove.error} />
      {isPending && <RowSkeletons label={t("guard.loading")} />}
      {data?.length === 0 && (
        <EmptyState icon={<SafetyOutlined />} title={t("guard.rules.none")} text={t("guard.rules.noneText")} />
      )}
      <ul className={css.rows}>
        {data?.map((rule) => (
          <li key={rule.id} className={css.row}>
            <RuleFace rule={rule} />
            <IconButton
              icon={<EditOutlined />}
              label={t("guard.rules.editOf", { name: rule.name })}
              onClick={() => setEdited(rule)}
            />
            <IconButton
              icon={<DeleteOutlined />}
              label={t("guard.rules.deleteOf", { name: rule.name })}
              onClick={() => ask(rule)}
            />
          </li>
        ))}
      </ul>
      {edited && <RuleDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

function RuleFace({ rule }: { rule: GuardRule }) {
  const { t } = useText();
  const facts = [
    ...(rule.words.length > 0 ? [t("guard.rules.words", { count: rule.words.length })] : []),
    ...rule.patterns.map((pattern) => t(`guard.pattern.${pattern}`)),
    ...(rule.staff ? [t("guard.rules.staff")] : []),
    ...(rule.customers ? [t("guard.rules.customers")] : []),
    ...(rule.people.length > 0 ? [t("guard.rules.people", { count: rule.people.length })] : []),
  ];
  return (
    <span className={css.words}>
      <span className={css.name}>
        <StateTag tone={rule.action === "BLOCK" ? "bad" : "warn"}>{t(`guard.action.${rule.action}`)}</StateTag>
        {rule.name} {!rule.enabled && <StateTag tone="quiet">{t("guard.rules.off")}</StateTag>}
      </span>
      <span className={css.small}>{facts.join(" · ")}</span>
    </span>
  );
}
