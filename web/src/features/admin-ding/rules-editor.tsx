import { ArrowRightOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Modal } from "antd";
import { useState } from "react";
import { follow } from "@/lib/follow";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { EmptyState } from "@/ui/empty-state";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./ding-page.module.css";
import { EVERYONE, isNobody } from "./ladder";
import { SelectorField, SelectorText } from "./selector-field";
import { type Rule, rulesQuery, type Selector, useSaveRules, WAYS, type Way } from "./use-ding";
import { WaysField } from "./ways-field";

const RULES_MAX = 50;

/** Who may reach whom by what. Each change is the whole list. */
export function RulesEditor() {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const rules = useQuery(rulesQuery);
  const save = useSaveRules();
  const [edited, setEdited] = useState<number | null>(null);
  const items = rules.data ?? [];
  const remove = (index: number) =>
    modal.confirm({
      title: t("dingAdmin.removeRuleTitle", { number: index + 1 }),
      content: t(items.length === 1 ? "dingAdmin.removeLastText" : "dingAdmin.removeRuleText"),
      okText: t("dingAdmin.removeRule", { number: index + 1 }),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () =>
        save
          .mutateAsync(items.filter((_, place) => place !== index))
          .then(undefined, (error) => void message.error(problemText(t, error))),
    });
  const add = (
    <Button type="primary" icon={<PlusOutlined />} disabled={items.length >= RULES_MAX} onClick={() => setEdited(-1)}>
      {t("dingAdmin.addRule")}
    </Button>
  );
  return (
    <>
      <div className={css.partHead}>
        <p className={css.lead}>{t("dingAdmin.rulesHelp")}</p>
        {items.length > 0 && add}
      </div>
      <ProblemNote problem={rules.error} />
      {rules.isPending && <RowSkeletons count={3} label={t("form.loading")} />}
      {rules.data && items.length === 0 && (
        <EmptyState title={t("dingAdmin.noRules")} text={t("dingAdmin.noRulesText")} action={add} />
      )}
      <ol className={css.rules}>
        {items.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
          <li key={index} className={css.rule}>
            <span className={css.range}>
              <SelectorText value={rule.from} />
            </span>
            <ArrowRightOutlined aria-label={t("dingAdmin.mayReach")} />
            <span className={css.range}>
              <SelectorText value={rule.to} />
            </span>
            <span className={css.ruleWays}>{waysText(t, rule.ways)}</span>
            <span className={css.ruleActs}>
              <Button
                size="small"
                aria-label={t("dingAdmin.editRule", { number: index + 1 })}
                onClick={() => setEdited(index)}
              >
                {t("dingAdmin.edit")}
              </Button>
              <Button
                size="small"
                danger
                type="text"
                aria-label={t("dingAdmin.removeRule", { number: index + 1 })}
                onClick={() => remove(index)}
              >
                {t("dingAdmin.delete")}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {edited !== null && <RuleDialog rules={items} index={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

export function waysText(t: Translate, ways: readonly Way[]): string {
  if (ways.length === WAYS.length) return t("dingAdmin.allWays");
  return WAYS.filter((way) => ways.includes(way))
    .map((way) => t(`dingAdmin.way.${way}`))
    .join(t("dingAdmin.comma"));
}

interface DialogProps {
  rules: Rule[];
  /** -1: a new one at the end. */
  index: number;
  onClose: () => void;
}

function RuleDialog({ rules, index, onClose }: DialogProps) {
  const { t } = useText();
  const [form] = Form.useForm<Rule>();
  const save = useSaveRules();
  const start: Rule = rules[index] ?? { from: EVERYONE, to: EVERYONE, ways: ["APP", "PUSH", "EMAIL"] };
  const submit = (rule: Rule) =>
    follow(
      save.mutateAsync(index < 0 ? [...rules, rule] : rules.map((each, place) => (place === index ? rule : each))),
      {
        onSuccess: onClose,
      },
    );
  const some = {
    validator: (_rule: unknown, value: Selector) =>
      isNobody(value) ? Promise.reject(new Error(t("dingAdmin.chooseSome"))) : Promise.resolve(),
  };
  return (
    <Modal
      open
      title={index < 0 ? t("dingAdmin.addRule") : t("dingAdmin.editRule", { number: index + 1 })}
      okText={t("form.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} name="rule" layout="vertical" requiredMark={false} initialValues={start} onFinish={submit}>
        <Form.Item name="from" label={t("dingAdmin.from")} rules={[some]}>
          <SelectorField label={t("dingAdmin.from")} />
        </Form.Item>
        <Form.Item name="to" label={t("dingAdmin.to")} rules={[some]}>
          <SelectorField label={t("dingAdmin.to")} />
        </Form.Item>
        <Form.Item
          name="ways"
          label={t("dingAdmin.by")}
          rules={[{ required: true, type: "array", min: 1, message: t("dingAdmin.ladderWrong.ways") }]}
        >
          <WaysField label={t("dingAdmin.by")} />
        </Form.Item>
        <ProblemNote problem={save.error} />
      </Form>
    </Modal>
  );
}
