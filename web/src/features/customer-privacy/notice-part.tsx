import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Collapse, Input } from "antd";
import { useState } from "react";
import type { NoticeText, NoticeVersion } from "@/api/privacy-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { LeaveGuard } from "@/ui/leave-guard";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./privacy.module.css";
import { noticesQuery, usePublish } from "./use-privacy";

const MOST = 5_000;

/** The notice that customers agree to, with every version that there was. */
export function NoticePart() {
  const { t } = useText();
  const pages = useInfiniteQuery(noticesQuery);
  const { data, error } = pages;
  const versions = data?.pages.flatMap((page) => page.items) ?? [];
  const current = versions[0];
  return (
    <>
      <p className={css.lead}>{t("privacy.notice.lead")}</p>
      {!current && (error ? <ProblemNote problem={error} /> : <RowSkeletons label={t("privacy.loading")} />)}
      {current && <NoticeForm key={current.version} current={current} />}
      {current && (
        <section className={css.part} aria-label={t("privacy.notice.versions")}>
          <h2 className={css.title}>{t("privacy.notice.versions")}</h2>
          <Versions versions={versions} />
          <MoreButton pages={pages} />
        </section>
      )}
    </>
  );
}

function NoticeForm({ current }: { current: NoticeVersion }) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const publish = usePublish();
  const before: NoticeText = current.shipped ? { zh: "", en: "" } : current.text;
  const [draft, setDraft] = useState(before);
  const changed = draft.zh.trim() !== before.zh || draft.en.trim() !== before.en;
  const send = () =>
    follow(publish.mutateAsync(draft), { onSuccess: () => void message.success(t("privacy.notice.published")) });
  return (
    <form
      className={`${css.form} ${css.wide} ${css.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        modal.confirm({
          title: t("privacy.notice.publish"),
          content: t("privacy.notice.publishAsk"),
          okText: t("privacy.notice.publish"),
          cancelText: t("privacy.cancel"),
          onOk: send,
        });
      }}
    >
      <div className={css.two}>
        {(["zh", "en"] as const).map((language) => (
          <div key={language} className={css.field}>
            <label htmlFor={`notice-${language}`}>{t(`privacy.notice.${language}`)}</label>
            <Input.TextArea
              id={`notice-${language}`}
              lang={language}
              autoSize={{ minRows: 8, maxRows: 24 }}
              maxLength={MOST}
              placeholder={current.text[language]}
              value={draft[language]}
              onChange={({ target }) => setDraft({ ...draft, [language]: target.value })}
            />
          </div>
        ))}
      </div>
      <LeaveGuard dirty={changed && !publish.isPending} />
      <ProblemNote problem={publish.error} />
      <Button type="primary" htmlType="submit" className={css.start} disabled={!changed} loading={publish.isPending}>
        {t("privacy.notice.publish")}
      </Button>
    </form>
  );
}

function Versions({ versions }: { versions: NoticeVersion[] }) {
  const { t, locale } = useText();
  return (
    <Collapse
      items={versions.map(({ version, text, shipped, by, at }, index) => ({
        key: version,
        label: [
          t("privacy.notice.version", { version }),
          index === 0 ? t("privacy.notice.current") : null,
          shipped ? t("privacy.notice.shipped") : null,
          by && at ? t("privacy.notice.by", { name: by.name, date: dayAndClock(at, locale) }) : null,
        ]
          .filter((each) => each !== null)
          .join(" · "),
        children: (
          <div className={css.two}>
            <p className={css.text} lang="zh">
              {text.zh}
            </p>
            <p className={css.text} lang="en">
              {text.en}
            </p>
          </div>
        ),
      }))}
    />
  );
}
