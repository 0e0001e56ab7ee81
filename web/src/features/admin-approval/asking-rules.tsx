import { Checkbox, InputNumber, Radio } from "antd";
import { useId } from "react";
import type { AskingNode, Limit, NodeAction, RouteNode } from "@/api/route-types";
import { ACTIONS, AGREED_RULES, LIMIT_RULES, NOBODY_RULES, SAME_RULES, TOGETHER_RULES } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { MembersField } from "@/ui/members-field";
import { SwitchLine } from "./approvers-editor";
import css from "./route.module.css";
import { SpanField } from "./span-field";

interface Props {
  node: AskingNode;
  set: (changes: Partial<RouteNode>, group?: string) => void;
}

/** How several decide together, and what happens when nobody is there, or nobody does anything. */
export function AskingRules({ node, set }: Props) {
  const { t } = useText();
  const change = (changes: Partial<AskingNode>, group?: string) => set(changes as Partial<RouteNode>, group);
  return (
    <div className={css.editor}>
      <TogetherRule node={node} change={change} />
      <Rule title={t("approvalDesign.nobody.title")}>
        <Radio.Group
          className={css.list}
          aria-label={t("approvalDesign.nobody.title")}
          value={node.nobody.then}
          options={NOBODY_RULES.map((then) => ({ value: then, label: t(`approvalDesign.nobody.${then}`) }))}
          onChange={(event) => change({ nobody: { ...node.nobody, then: event.target.value } })}
        />
        {node.nobody.then === "MEMBERS" && (
          <MembersField
            label={t("approvalDesign.nobody.MEMBERS")}
            ids={node.nobody.members}
            onChange={(members) => change({ nobody: { ...node.nobody, members } })}
          />
        )}
      </Rule>
      {node.kind === "APPROVE" && (
        <>
          <Rule title={t("approvalDesign.same.title")}>
            <Radio.Group
              className={css.list}
              aria-label={t("approvalDesign.same.title")}
              value={node.sameAsApplicant}
              options={SAME_RULES.map((each) => ({ value: each, label: t(`approvalDesign.same.${each}`) }))}
              onChange={(event) => set({ sameAsApplicant: event.target.value } as Partial<RouteNode>)}
            />
          </Rule>
          <Rule title={t("approvalDesign.agreed.title")}>
            <Radio.Group
              className={css.list}
              aria-label={t("approvalDesign.agreed.title")}
              value={node.alreadyAgreed}
              options={AGREED_RULES.map((each) => ({ value: each, label: t(`approvalDesign.agreed.${each}`) }))}
              onChange={(event) => set({ alreadyAgreed: event.target.value } as Partial<RouteNode>)}
            />
          </Rule>
        </>
      )}
      <LimitRule limit={node.limit ?? null} onChange={(limit) => change({ limit }, "limit")} />
      <ActionsRule node={node} onChange={(actions) => change({ actions })} />
    </div>
  );
}

function Rule({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={css.rule}>
      <h3 className={css.ruleTitle}>{title}</h3>
      {children}
    </section>
  );
}

function TogetherRule({ node, change }: { node: AskingNode; change: (changes: Partial<AskingNode>) => void }) {
  const { t } = useText();
  const id = useId();
  const { rule, percent } = node.together;
  if (node.approvers.kind === "CHAIN") return <p className={css.quiet}>{t("approvalDesign.together.chain")}</p>;
  return (
    <Rule title={t("approvalDesign.together.title")}>
      <Radio.Group
        className={css.list}
        aria-label={t("approvalDesign.together.title")}
        value={rule}
        options={TOGETHER_RULES.map((each) => ({ value: each, label: t(`approvalDesign.together.${each}`) }))}
        onChange={(event) =>
          change({
            together: { rule: event.target.value, percent: event.target.value === "SHARE" ? (percent ?? 50) : null },
          })
        }
      />
      {rule === "SHARE" && (
        <div className={css.line}>
          <label htmlFor={id}>{t("approvalDesign.together.percent")}</label>
          <InputNumber
            id={id}
            min={1}
            max={100}
            precision={0}
            suffix="%"
            value={percent ?? null}
            onChange={(next) => change({ together: { rule, percent: next } })}
          />
        </div>
      )}
    </Rule>
  );
}

function LimitRule({ limit, onChange }: { limit: Limit | null; onChange: (limit: Limit | null) => void }) {
  const { t } = useText();
  return (
    <Rule title={t("approvalDesign.limit.title")}>
      <SwitchLine
        label={t("approvalDesign.limit.on")}
        value={limit !== null}
        onChange={(on) => onChange(on ? { after: { minutes: 24 * 60, working: false }, then: "REMIND" } : null)}
      />
      {limit && (
        <>
          <SpanField
            label={t("approvalDesign.limit.after")}
            value={limit.after}
            onChange={(after) => onChange({ ...limit, after })}
          />
          <Radio.Group
            className={css.list}
            aria-label={t("approvalDesign.limit.then")}
            value={limit.then}
            options={LIMIT_RULES.map((then) => ({ value: then, label: t(`approvalDesign.limit.${then}`) }))}
            onChange={(event) => onChange({ ...limit, then: event.target.value, to: null })}
          />
          {limit.then === "TRANSFER" && (
            <>
              <MembersField
                label={t("approvalDesign.limit.to")}
                single
                ids={limit.to ? [limit.to] : []}
                onChange={([to]) => onChange({ ...limit, to: to ?? null })}
              />
              <p className={css.quiet}>{t("approvalDesign.limit.toHelp")}</p>
            </>
          )}
        </>
      )}
    </Rule>
  );
}

function ActionsRule({ node, onChange }: { node: AskingNode; onChange: (actions: NodeAction[]) => void }) {
  const { t } = useText();
  const offered = ACTIONS.filter((action) => node.kind === "APPROVE" || action !== "REFUSE");
  return (
    <Rule title={t("approvalDesign.actions.title")}>
      <Checkbox.Group
        className={css.list}
        value={node.actions}
        options={offered.map((action) => ({ value: action, label: t(`approvalDesign.actions.${action}`) }))}
        onChange={(next) => onChange(ACTIONS.filter((action) => next.includes(action)))}
      />
    </Rule>
  );
}
