import { useQuery } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import { useId, useState } from "react";
import type { CustomerSettings } from "@/api/way-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { KeysPart } from "./keys-part";
import { PageFrame } from "./page-frame";
import { originOf } from "./site-rule";
import { TagPart } from "./tag-part";
import { settingsQuery, useSaveSettings } from "./use-ways";
import css from "./way.module.css";

const SITES_MOST = 20;

/** How a foreign site holds the chat: which sites may, what they put into their pages, how they say who their users are. */
export function SitePage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(settingsQuery);
  return (
    <PageFrame title={t("way.site.heading")} lead={t("way.site.lead")} problem={error} pending={isPending}>
      {data && <SitesPart settings={data} />}
      {data && <TagPart />}
      {data && <KeysPart />}
    </PageFrame>
  );
}

function SitesPart({ settings }: { settings: CustomerSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const id = useId();
  const { draft, setDraft, dirty, keep } = useDraft(settings.sites);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = useSaveSettings();
  const choose = (texts: string[]) => {
    setWrong(texts.find((text) => originOf(text) === null) ?? null);
    setDraft([...new Set(texts.flatMap((text) => originOf(text) ?? []))]);
  };
  const submit = () =>
    follow(save.mutateAsync({ sites: draft }), {
      onSuccess: ({ sites }) => {
        keep(sites);
        void message.success(t("way.saved"));
      },
    });
  return (
    <section className={css.card} aria-label={t("way.site.sites")}>
      <h2 className={css.title}>{t("way.site.sites")}</h2>
      <div className={css.field}>
        <label htmlFor={id}>{t("way.site.origins")}</label>
        <Select<string[]>
          id={id}
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={SITES_MOST}
          tokenSeparators={[",", "，", " "]}
          placeholder="https://www.example.com"
          value={draft}
          onChange={choose}
        />
        <span className={css.small}>{t("way.site.originsHelp")}</span>
        {wrong !== null && (
          <span role="alert" className={css.flaw}>
            {t("way.site.wrong", { text: wrong })}
          </span>
        )}
      </div>
      <ProblemNote problem={save.error} />
      <Button className={css.start} type="primary" disabled={!dirty} loading={save.isPending} onClick={submit}>
        {t("way.save")}
      </Button>
      <LeaveGuard dirty={dirty && !save.isPending} />
    </section>
  );
}
