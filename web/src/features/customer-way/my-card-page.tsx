import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Radio, Select } from "antd";
import { useId, useMemo, useState } from "react";
import { useSession } from "@/api/session";
import type { MyCard } from "@/api/way-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { QrPicture } from "@/ui/qr-picture";
import { AttributesField } from "./attributes-field";
import { attributesSound } from "./attributes-rule";
import { type CardDraft, cardBody, cardDraft } from "./card-draft";
import { HoursField } from "./hours-field";
import { PageFrame } from "./page-frame";
import { useCodeWords } from "./use-code-words";
import { myCardQuery, useSaveCard } from "./use-ways";
import css from "./way.module.css";
import { hoursFlaw } from "./way-draft";
import { WelcomeField } from "./welcome-field";

/** The employee's own code, and what strangers read when they scan it. */
export function MyCardPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(myCardQuery);
  const { member } = useSession();
  const words = useCodeWords(member.name);
  return (
    <PageFrame title={t("way.card.heading")} lead={t("way.card.lead")} problem={error} pending={isPending}>
      {data && (
        <>
          {data.path !== null && (
            <section className={css.card} aria-label={t("way.code.title")}>
              <QrPicture picture="/api/my-card/qr" path={data.path} name={member.name} words={words} />
            </section>
          )}
          <CardForm card={data} />
        </>
      )}
    </PageFrame>
  );
}

const isSound = ({ hours, attributes }: CardDraft) =>
  (hours ?? []).every((each) => hoursFlaw(each, false) === null) && attributesSound(attributes ?? []);

function CardForm({ card }: { card: MyCard }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { draft, setDraft, dirty, keep } = useDraft(useMemo(() => cardDraft(card), [card]));
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const save = useSaveCard();
  const change = (changes: Partial<CardDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const submit = () => {
    setTried(true);
    if (!isSound(draft)) return;
    follow(save.mutateAsync(cardBody(draft)), {
      onSuccess: (saved) => {
        setTried(false);
        keep(cardDraft(saved));
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
      <section className={css.card} aria-label={t("way.card.content")}>
        <Labels draft={draft} onChange={change} />
        <WelcomeField
          value={draft.welcome}
          help={t("way.card.welcomeHelp")}
          onChange={(next) => setDraft((before) => ({ ...before, welcome: next(before.welcome) }))}
          onSending={setSending}
        />
        <Checkbox checked={draft.skipVerify} onChange={({ target }) => change({ skipVerify: target.checked })}>
          {t("way.card.skipVerify")}
        </Checkbox>
      </section>
      <Hours draft={draft} tried={tried} onChange={change} />
      <section className={css.card} aria-label={t("way.attributes.title")}>
        <h2 className={css.title}>{t("way.attributes.title")}</h2>
        <Radio.Group
          aria-label={t("way.attributes.title")}
          value={draft.attributes !== null}
          options={[
            { value: false, label: t("way.attributes.company") },
            { value: true, label: t("way.attributes.own") },
          ]}
          onChange={({ target }) => change({ attributes: target.value ? [] : null })}
        />
        {draft.attributes !== null && (
          <AttributesField value={draft.attributes} tried={tried} onChange={(attributes) => change({ attributes })} />
        )}
      </section>
      <ProblemNote problem={save.error} />
      <Button type="primary" htmlType="submit" disabled={!dirty || sending} loading={save.isPending}>
        {t("way.save")}
      </Button>
      <LeaveGuard dirty={(dirty || sending) && !save.isPending} />
    </form>
  );
}

interface PartProps {
  draft: CardDraft;
  onChange: (changes: Partial<CardDraft>) => void;
}

function Labels({ draft, onChange }: PartProps) {
  const { t } = useText();
  const id = useId();
  return (
    <>
      <div className={css.field}>
        <label htmlFor={`${id}-title`}>{t("way.card.title")}</label>
        <Input
          id={`${id}-title`}
          maxLength={12}
          showCount
          value={draft.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </div>
      <div className={css.field}>
        <label htmlFor={`${id}-needs`}>{t("way.card.needs")}</label>
        <Select<string[]>
          id={`${id}-needs`}
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={5}
          value={draft.needs}
          onChange={(needs) => onChange({ needs: needs.map((need) => need.trim().slice(0, 20)) })}
        />
        <span className={css.small}>{t("way.card.needsHelp")}</span>
      </div>
    </>
  );
}

/** When he answers, and what is said while he does not. */
function Hours({ draft, tried, onChange }: PartProps & { tried: boolean }) {
  const { t } = useText();
  const id = useId();
  return (
    <section className={css.card} aria-label={t("way.hours.title")}>
      <h2 className={css.title}>{t("way.hours.title")}</h2>
      <Radio.Group
        aria-label={t("way.hours.title")}
        value={draft.hours !== null}
        options={[
          { value: false, label: t("way.hours.company") },
          { value: true, label: t("way.hours.own") },
        ]}
        onChange={({ target }) => onChange({ hours: target.value ? [] : null })}
      />
      {draft.hours !== null && (
        <HoursField value={draft.hours} tried={tried} onChange={(hours) => onChange({ hours })} />
      )}
      <div className={css.field}>
        <label htmlFor={`${id}-off`}>{t("way.card.autoReply")}</label>
        <Input.TextArea
          id={`${id}-off`}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          showCount
          value={draft.autoReply}
          onChange={({ target }) => onChange({ autoReply: target.value })}
        />
        <span className={css.small}>{t("way.card.autoReplyHelp")}</span>
      </div>
    </section>
  );
}
