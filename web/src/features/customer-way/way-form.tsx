import { useNavigate } from "@tanstack/react-router";
import { App, Button, Checkbox } from "antd";
import { useEffect, useMemo, useState } from "react";
import { Problem } from "@/api/http";
import { usePeople } from "@/api/people";
import type { ContactWay } from "@/api/way-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { LabelsPart } from "./labels-part";
import { LifePart } from "./life-part";
import { PeoplePart } from "./people-part";
import { SlotsPart } from "./slots-part";
import { useSaveWay } from "./use-ways";
import css from "./way.module.css";
import { bodyOf, draftOf, isSound } from "./way-draft";
import { WelcomeField } from "./welcome-field";

/** Everything about a code; null for a new one. */
export function WayForm({ way }: { way: ContactWay | null }) {
  const { t } = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { draft, setDraft, dirty, keep } = useDraft(useMemo(() => draftOf(way), [way]));
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const save = useSaveWay(way?.id ?? null);
  const remember = usePeople((store) => store.keep);
  useEffect(() => remember(way?.people ?? []), [remember, way]);
  const stale = save.error instanceof Problem && save.error.code === "contactway.changed_meanwhile";
  const submit = () => {
    setTried(true);
    if (!isSound(draft)) return;
    follow(save.mutateAsync(bodyOf(draft)), {
      onSuccess: (saved) => {
        void message.success(t("way.saved"));
        setTried(false);
        if (way) keep(draftOf(saved));
        else {
          const params = { wayId: String(saved.id) };
          void navigate({ to: "/customers/ways/$wayId", params, replace: true, ignoreBlocker: true });
        }
      },
    });
  };
  const reload = () => {
    keep(draftOf(way));
    save.reset();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <LabelsPart draft={draft} tried={tried} fresh={way === null} onChange={setDraft} />
      <PeoplePart draft={draft} tried={tried} onChange={setDraft} />
      <SlotsPart draft={draft} tried={tried} onChange={setDraft} />
      <section className={css.card} aria-label={t("way.welcome.title")}>
        <h2 className={css.title}>{t("way.welcome.title")}</h2>
        <WelcomeField
          value={draft.welcome}
          help={t("way.welcome.help")}
          onChange={(next) => setDraft((before) => ({ ...before, welcome: next(before.welcome) }))}
          onSending={setSending}
        />
      </section>
      <section className={css.card} aria-label={t("way.rules.title")}>
        <h2 className={css.title}>{t("way.rules.title")}</h2>
        <Checkbox
          checked={!draft.skipVerify}
          onChange={({ target }) => setDraft({ ...draft, skipVerify: !target.checked })}
        >
          {t("way.rules.accept")}
        </Checkbox>
        <Checkbox
          checked={draft.exclusive}
          onChange={({ target }) => setDraft({ ...draft, exclusive: target.checked })}
        >
          {t("way.codes.exclusive")}
        </Checkbox>
        <LifePart draft={draft} endsAt={way?.endsAt ?? null} onChange={setDraft} />
      </section>
      <ProblemNote problem={save.error} />
      <div className={css.bar}>
        <Button
          type="primary"
          htmlType="submit"
          disabled={sending || (way !== null && !dirty)}
          loading={save.isPending}
        >
          {t(way ? "way.save" : "way.codes.create")}
        </Button>
        {stale && <Button onClick={reload}>{t("way.reload")}</Button>}
        {tried && !isSound(draft) && (
          <span role="alert" className={css.flaw}>
            {t("way.incomplete")}
          </span>
        )}
      </div>
      <LeaveGuard dirty={(dirty || sending) && !save.isPending} />
    </form>
  );
}
