import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Select } from "antd";
import { useId, useState } from "react";
import type { VisitSettings } from "@/api/customer-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { useChange, visitSettingsQuery } from "./use-customers";

const PATH = "/api/admin/customers/settings";
const MOST_SITES = 20;

/** What customers see of the company on their page, where it may be shown, and what leaves the server. */
export function VisitPart() {
  const { data, error } = useQuery(visitSettingsQuery);
  if (!data) return <ProblemNote problem={error} />;
  return <Form key={JSON.stringify(data)} saved={data} />;
}

function Form({ saved }: { saved: VisitSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const id = useId();
  const [draft, setDraft] = useState(saved);
  const save = useChange((body: VisitSettings) => api.put(PATH, body));
  const submit = () => follow(save.mutateAsync(draft), { onSuccess: () => void message.success(t("customer.saved")) });
  return (
    <section className={css.card} aria-label={t("customer.visit.title")}>
      <h2 className={css.partTitle}>{t("customer.visit.title")}</h2>
      <label htmlFor={`${id}-name`}>{t("customer.visit.name")}</label>
      <Input
        id={`${id}-name`}
        maxLength={60}
        value={draft.verifiedName}
        onChange={({ target }) => setDraft({ ...draft, verifiedName: target.value })}
      />
      <p className={css.quiet}>{t("customer.visit.nameHelp")}</p>
      <label htmlFor={`${id}-sites`}>{t("customer.visit.sites")}</label>
      <Select
        id={`${id}-sites`}
        mode="tags"
        open={false}
        suffixIcon={null}
        maxCount={MOST_SITES}
        tokenSeparators={[" ", ","]}
        placeholder="https://shop.example.com"
        value={draft.sites}
        onChange={(sites: string[]) => setDraft({ ...draft, sites: sites.map(originOf) })}
      />
      <p className={css.quiet}>{t("customer.visit.sitesHelp")}</p>
      <code
        className={css.quiet}
      >{`<script src="${window.location.origin}/widget.js" data-code="CODE" async></script>`}</code>
      <Checkbox
        checked={draft.pushText === true}
        onChange={({ target }) => setDraft({ ...draft, pushText: target.checked })}
      >
        {t("customer.visit.pushText")}
      </Checkbox>
      <p className={css.quiet}>{t("customer.visit.pushTextHelp")}</p>
      <ProblemNote problem={save.error} />
      <Button
        type="primary"
        disabled={JSON.stringify(draft) === JSON.stringify(saved)}
        loading={save.isPending}
        onClick={submit}
      >
        {t("customer.save")}
      </Button>
    </section>
  );
}

/** Of an address that was pasted what counts: who may show the page. */
function originOf(text: string): string {
  return URL.canParse(text) && /^https?:/.test(text) ? new URL(text).origin : text.trim();
}
