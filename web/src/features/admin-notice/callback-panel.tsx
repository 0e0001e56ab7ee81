import { useQuery } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useId } from "react";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { CopyButton } from "@/ui/copy-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./callback-panel.module.css";
import { callbackQuery, useCloseCallback, useOpenCallback } from "./use-callback";

/** The address at which an SMS gateway tells what became of messages and who wrote back. */
export function CallbackPanel() {
  const { t, locale } = useText();
  const title = useId();
  const callback = useQuery(callbackQuery);
  const make = useOpenCallback();
  const { data } = callback;
  if (!data) return <ProblemNote problem={callback.error} />;
  return (
    <section className={css.panel} aria-labelledby={title}>
      <h3 id={title} className={css.title}>
        {t("notice.callback.title")}
      </h3>
      <p className={css.text}>{t(data.readable ? "notice.callback.text" : "notice.callback.unreadable")}</p>
      {make.data && data.openedAt && <FreshAddress url={make.data.url} />}
      <ProblemNote problem={make.error} />
      {data.openedAt && !make.data && (
        <p className={css.text} title={absolute(data.openedAt)}>
          {t("notice.callback.since", { time: dayAndClock(data.openedAt, locale) })}
        </p>
      )}
      {(data.readable || data.openedAt) && (
        <div className={css.actions}>
          {data.readable && <MakeButton again={data.openedAt !== null} make={make} />}
          {data.openedAt && <CloseButton onDone={make.reset} />}
        </div>
      )}
    </section>
  );
}

function FreshAddress({ url }: { url: string }) {
  const { t } = useText();
  return (
    <div className={css.fresh} role="status">
      <Input readOnly aria-label={t("notice.callback.address")} value={url} onFocus={({ target }) => target.select()} />
      <CopyButton text={url} />
      <p className={css.once}>{t("notice.callback.once")}</p>
    </div>
  );
}

function MakeButton({ again, make }: { again: boolean; make: ReturnType<typeof useOpenCallback> }) {
  const { t } = useText();
  const { modal } = App.useApp();
  const ask = () =>
    modal.confirm({
      title: t("notice.callback.againTitle"),
      content: t("notice.callback.againText"),
      okText: t("notice.callback.again"),
      cancelText: t("form.cancel"),
      onOk: () => make.mutate(),
    });
  return (
    <Button loading={make.isPending} onClick={again ? ask : () => make.mutate()}>
      {t(again ? "notice.callback.again" : "notice.callback.make")}
    </Button>
  );
}

function CloseButton({ onDone }: { onDone: () => void }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const close = useCloseCallback();
  const ask = () =>
    modal.confirm({
      title: t("notice.callback.closeTitle"),
      content: t("notice.callback.closeText"),
      okText: t("notice.callback.closeDo"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => close.mutateAsync().then(onDone, (error) => void message.error(problemText(t, error))),
    });
  return (
    <Button danger type="text" onClick={ask}>
      {t("notice.callback.close")}
    </Button>
  );
}
