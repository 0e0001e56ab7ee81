import { DeleteOutlined, EditOutlined, PlusOutlined, TagsOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Switch } from "antd";
import { useState } from "react";
import type { TagRule } from "@/api/crm-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { PageFrame } from "@/ui/page-frame";
import { ProblemNote } from "@/ui/problem-note";
import { RuleDialog } from "./rule-dialog";
import css from "./rules.module.css";
import { bodyOf, rulesQuery, useDeleteRule, useSaveRule } from "./use-rules";

/** Rules that tag customers by themselves: by their words, and by their silence. */
export function TagRulesPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(rulesQuery);
  const [edited, setEdited] = useState<TagRule | "new" | null>(null);
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
      {t("crm.rules.create")}
    </Button>
  );
  return (
    <PageFrame
      title={t("crm.rules.title")}
      lead={t("crm.rules.lead")}
      narrow
      back={{ href: "/customers", label: t("crm.back") }}
      loading={t("crm.loading")}
      problem={error}
      pending={isPending}
      actions={create}
    >
      <ul className={css.rows}>
        {data?.map((rule) => (
          <RuleLine key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
        ))}
      </ul>
      {data?.length === 0 && (
        <EmptyState
          icon={<TagsOutlined />}
          title={t("crm.rules.empty")}
          text={t("crm.rules.emptyText")}
          action={create}
        />
      )}
      {edited !== null && <RuleDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}

function RuleLine({ rule, onEdit }: { rule: TagRule; onEdit: () => void }) {
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const save = useSaveRule(rule.id);
  const remove = useDeleteRule();
  const { name, kind, words, days, tags, active, tagged, lastAt } = rule;
  const when =
    kind === "KEYWORD"
      ? t("crm.rules.whenWords", { words: words.join(t("crm.comma")) })
      : t("crm.rules.whenSilent", { count: days ?? 0 });
  const ask = () =>
    modal.confirm({
      title: t("crm.rules.removeTitle", { name }),
      content: t("crm.rules.removeText"),
      okText: t("crm.rules.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(rule.id).catch(() => undefined), // shown in the line
    });
  return (
    <li className={css.row}>
      <span className={css.words}>
        <span className={css.name}>{name}</span>
        <span>
          {when} {t("crm.rules.then", { tags: tags.map((tag) => tag.name).join(t("crm.comma")) || "–" })}
        </span>
        <span className={css.small}>
          {t("crm.rules.tagged", { count: tagged })}
          {lastAt && ` · ${t("crm.rules.last", { date: dayAndClock(lastAt, locale) })}`}
          {rule.takeBack && ` · ${t("crm.rules.takesBack")}`}
        </span>
        <ProblemNote problem={save.error ?? remove.error} />
      </span>
      <Switch
        checked={active}
        loading={save.isPending}
        aria-label={t("crm.rules.activeOf", { name })}
        onChange={(next) => follow(save.mutateAsync({ ...bodyOf(rule), active: next }), {})}
      />
      <IconButton icon={<EditOutlined />} label={t("crm.rules.edit", { name })} onClick={onEdit} />
      <IconButton icon={<DeleteOutlined />} label={t("crm.rules.removeOf", { name })} onClick={ask} />
    </li>
  );
}
