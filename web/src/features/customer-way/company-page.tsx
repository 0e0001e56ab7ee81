import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Radio } from "antd";
import { useId, useMemo, useState } from "react";
import type { CustomerSettings } from "@/api/way-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RangeField } from "@/ui/range-field";
import { WholeNumber } from "@/ui/whole-number";
import { AttributesField } from "./attributes-field";
import { attributeDrafts, attributesBody, attributesSound } from "./attributes-rule";
import { PageFrame } from "./page-frame";
import { settingsQuery, useSaveSettings } from "./use-ways";
import css from "./way.module.css";

const NOBODY = { members: [], departments: [], roles: [] };
const NUMBERS = [
  ["perMember", 20_000],
  ["perCompany", 1_000_000],
] as const;

/** Who may have customers and how many, and what every card shows of the company. */
export function CompanyPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(settingsQuery);
  return (
    <PageFrame title={t("way.company.heading")} lead={t("way.company.lead")} problem={error} pending={isPending}>
      {data && <CompanyForm settings={data} />}
    </PageFrame>
  );
}

/** What this page changes; sites have their own. */
const draftOf = ({ range, perMember, perCompany, verifiedName, attributes, pushText }: CustomerSettings) => ({
  range,
  perMember,
  perCompany,
  verifiedName,
  attributes: attributeDrafts(attributes),
  pushText: pushText === true,
});

type Draft = ReturnType<typeof draftOf>;

function CompanyForm({ settings }: { settings: CustomerSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { draft, setDraft, dirty, keep } = useDraft(useMemo(() => draftOf(settings), [settings]));
  const [tried, setTried] = useState(false);
  const save = useSaveSettings();
  const submit = () => {
    setTried(true);
    if (!attributesSound(draft.attributes)) return;
    follow(save.mutateAsync({ ...draft, attributes: attributesBody(draft.attributes) }), {
      onSuccess: (saved) => {
        setTried(false);
        keep(draftOf(saved));
        void message.success(t("way.saved"));
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RangePart draft={draft} onChange={setDraft} />
      <CardPart draft={draft} tried={tried} onChange={setDraft} />
      <ProblemNote problem={save.error} />
      <Button type="primary" htmlType="submit" disabled={!dirty} loading={save.isPending}>
        {t("way.save")}
      </Button>
      <LeaveGuard dirty={dirty && !save.isPending} />
    </form>
  );
}

interface PartProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

function RangePart({ draft, onChange }: PartProps) {
  const { t } = useText();
  const { range } = draft;
  const set = (next: Draft["range"]) => onChange({ ...draft, range: next });
  return (
    <section className={css.card} aria-label={t("way.company.range")}>
      <h2 className={css.title}>{t("way.company.range")}</h2>
      <Radio.Group
        aria-label={t("way.company.range")}
        value={range.everyone}
        options={[
          { value: true, label: t("way.company.everyone") },
          { value: false, label: t("way.company.some") },
        ]}
        onChange={({ target }) => set({ ...range, everyone: target.value })}
      />
      {!range.everyone && <RangeField value={range} onChange={(next) => set({ ...range, ...next })} />}
      <div className={css.field}>
        <span className={css.label}>{t("way.company.except")}</span>
        <RangeField value={range.except ?? NOBODY} onChange={(except) => set({ ...range, except })} />
      </div>
      <div className={css.pair}>
        {NUMBERS.map(([name, max]) => (
          <WholeNumber
            key={name}
            id={`customers-${name}`}
            label={t(`way.company.${name}`)}
            min={1}
            max={max}
            value={draft[name]}
            onChange={(value) => onChange({ ...draft, [name]: value })}
          />
        ))}
      </div>
    </section>
  );
}

function CardPart({ draft, tried, onChange }: PartProps & { tried: boolean }) {
  const { t } = useText();
  const id = useId();
  return (
    <section className={css.card} aria-label={t("way.company.card")}>
      <h2 className={css.title}>{t("way.company.card")}</h2>
      <div className={css.field}>
        <label htmlFor={id}>{t("way.company.verifiedName")}</label>
        <Input
          id={id}
          maxLength={60}
          value={draft.verifiedName}
          onChange={({ target }) => onChange({ ...draft, verifiedName: target.value })}
        />
        <span className={css.small}>{t("way.company.verifiedHelp")}</span>
      </div>
      <span className={css.label}>{t("way.attributes.title")}</span>
      <span className={css.small}>{t("way.company.attributesHelp")}</span>
      <AttributesField
        value={draft.attributes}
        tried={tried}
        onChange={(attributes) => onChange({ ...draft, attributes })}
      />
      <Checkbox checked={draft.pushText} onChange={({ target }) => onChange({ ...draft, pushText: target.checked })}>
        {t("way.company.pushText")}
      </Checkbox>
      <span className={css.small}>{t("way.company.pushTextHelp")}</span>
    </section>
  );
}
