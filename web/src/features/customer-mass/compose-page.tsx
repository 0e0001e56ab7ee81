import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { DatePicker, Segmented } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { CustomerFilter } from "@/api/customer-types";
import type { MassKind } from "@/api/mass-types";
import { useText } from "@/lib/i18n";
import { LeaveGuard } from "@/ui/leave-guard";
import { PageFrame } from "@/ui/page-frame";
import { ContentField } from "./content-field";
import { type Draft, emptyDraft, isChosen } from "./draft";
import css from "./mass.module.css";
import { PeopleChoice } from "./people-choice";
import { SendPart } from "./send-part";
import { scopesQuery } from "./use-mass";
import { WhomField } from "./whom-field";

export interface ComposeSource {
  kind?: MassKind;
  filter?: CustomerFilter;
}

const FURTHEST_DAYS = 31;

/** Writing a mass message: to one's own customers, or for employees who confirm it. */
export function ComposePage({ source }: { source: ComposeSource }) {
  const { t } = useText();
  const navigate = useNavigate();
  const scopes = useQuery(scopesQuery).data?.scopes ?? ["MINE"];
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(source.kind ?? "PERSONAL", source.filter ?? null));
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const [sending, setSending] = useState(false);
  const company = draft.kind === "COMPANY";
  const done = (id: number) =>
    void navigate({
      to: "/customers/mass/$massId",
      params: { massId: String(id) },
      replace: true,
      ignoreBlocker: true,
    });
  return (
    <PageFrame
      title={t("mass.new")}
      lead={t("mass.compose.lead")}
      back={{ href: "/customers/mass", label: t("mass.back") }}
      loading={t("mass.loading")}
    >
      <LeaveGuard dirty={draft.text !== "" || draft.items.length > 0 || sending} />
      <div className={css.sheet}>
        <div className={css.form}>
          {scopes.length > 1 && (
            <Segmented<MassKind>
              aria-label={t("mass.compose.kind")}
              value={draft.kind}
              onChange={(kind) => change({ kind, whom: isChosen(draft.whom) ? "ALL" : draft.whom })}
              options={(["PERSONAL", "COMPANY"] as const).map((value) => ({
                value,
                label: t(`mass.compose.kinds.${value}`),
              }))}
            />
          )}
          {company && <PeopleChoice draft={draft} everyone={scopes.includes("ALL")} onChange={change} />}
          <WhomField draft={draft} onChange={change} />
          <ContentField
            draft={draft}
            onChange={change}
            onItems={(next) => setDraft((before) => ({ ...before, items: next(before.items) }))}
            onSending={setSending}
          />
          <TimeField
            id="mass-at"
            label={t("mass.compose.sendAt")}
            hint={t("mass.compose.now")}
            value={draft.sendAt}
            onChange={(sendAt) => change({ sendAt })}
          />
          {company && (
            <TimeField
              id="mass-deadline"
              label={t("mass.compose.deadline")}
              hint={t("mass.compose.deadlineHint")}
              value={draft.deadline}
              onChange={(deadline) => change({ deadline })}
            />
          )}
        </div>
        <SendPart draft={draft} sending={sending} onSent={done} />
      </div>
    </PageFrame>
  );
}

interface TimeProps {
  id: string;
  label: string;
  hint: string;
  value: Draft["sendAt"];
  onChange: (at: Draft["sendAt"]) => void;
}

function TimeField({ id, label, hint, value, onChange }: TimeProps) {
  const now = dayjs();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        showTime={{ format: "HH:mm" }}
        format="YYYY-MM-DD HH:mm"
        placeholder={hint}
        value={value}
        minDate={now}
        maxDate={now.add(FURTHEST_DAYS, "day")}
        onChange={onChange}
      />
    </div>
  );
}
