import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Input, InputNumber, Radio, Select } from "antd";
import { useId } from "react";
import { api } from "@/api/http";
import type { WebhookName } from "@/api/open-types";
import type { DelayNode, RouteNode, WebhookNode } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { SwitchLine } from "./approvers-editor";
import { useDesign } from "./design-context";
import css from "./route.module.css";
import { SpanField } from "./span-field";

type Set = (changes: Partial<RouteNode>, group?: string) => void;

const ANSWER_MINUTES = 60;
const MOST_ANSWER_MINUTES = 7 * 24 * 60;

/** Waits for some time, or until a date that the applicant fills in. */
export function DelayEditor({ node, set }: { node: DelayNode; set: Set }) {
  const { t } = useText();
  const { fields } = useDesign();
  const dates = fields.filter((field) => field.kind === "DATE");
  const change = (until: DelayNode["until"]) => set({ until } as Partial<RouteNode>, "until");
  const byField = node.until.field != null;
  return (
    <div className={css.editor}>
      <Radio.Group
        aria-label={t("approvalDesign.kind.DELAY")}
        value={byField ? "field" : "span"}
        options={[
          { value: "span", label: t("approvalDesign.delay.span") },
          { value: "field", label: t("approvalDesign.delay.field"), disabled: dates.length === 0 && !byField },
        ]}
        onChange={(event) =>
          change(
            event.target.value === "field"
              ? { field: dates[0]?.key ?? "" }
              : { span: { minutes: 24 * 60, working: false } },
          )
        }
      />
      {byField ? (
        <Select
          aria-label={t("approvalDesign.delay.field")}
          value={dates.some((field) => field.key === node.until.field) ? node.until.field : undefined}
          options={dates.map((field) => ({ value: field.key, label: field.label }))}
          onChange={(field) => change({ field })}
        />
      ) : (
        node.until.span && (
          <SpanField
            label={t("approvalDesign.delay.span")}
            value={node.until.span}
            onChange={(span) => change({ span })}
          />
        )
      )}
      <p className={css.quiet}>{t(byField ? "approvalDesign.delay.fieldHelp" : "approvalDesign.delay.help")}</p>
    </div>
  );
}

/** Tells another system, and waits for its answer or goes on. */
export function WebhookEditor({ node, set }: { node: WebhookNode; set: Set }) {
  const { t } = useText();
  const id = useId();
  const hooks = useQuery({
    queryKey: ["webhooks", "names"],
    queryFn: () => api.get<WebhookName[]>("/api/admin/webhook-names"),
  });
  const minutes = node.minutes ?? null;
  return (
    <div className={css.editor}>
      <label htmlFor={id}>{t("approvalDesign.webhook.hook")}</label>
      <AutoComplete
        id={id}
        value={node.hook}
        options={(hooks.data ?? []).filter(({ enabled }) => enabled).map(({ name }) => ({ value: name }))}
        onChange={(hook) => set({ hook } as Partial<RouteNode>, "hook")}
      >
        <Input maxLength={500} />
      </AutoComplete>
      <p className={css.quiet}>{t("approvalDesign.webhook.help")}</p>
      <SwitchLine
        label={t("approvalDesign.webhook.waits")}
        value={minutes !== null}
        onChange={(on) => set({ minutes: on ? ANSWER_MINUTES : null } as Partial<RouteNode>)}
      />
      {minutes !== null && (
        <div className={css.line}>
          <label htmlFor={`${id}-minutes`}>{t("approvalDesign.webhook.minutes")}</label>
          <InputNumber
            id={`${id}-minutes`}
            min={1}
            max={MOST_ANSWER_MINUTES}
            precision={0}
            value={minutes}
            onChange={(next) => set({ minutes: next ?? 1 } as Partial<RouteNode>, "minutes")}
          />
        </div>
      )}
    </div>
  );
}
