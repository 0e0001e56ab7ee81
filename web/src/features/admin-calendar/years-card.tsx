import { UploadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useRef, useState } from "react";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./calendar-page.module.css";
import { useForgetYear, useImportYear, type YearSource } from "./use-calendar";

const FILE_MAX = 200_000;

/** Which years are announced, and the way in for a new one. */
export function YearsCard({ years }: { years: readonly YearSource[] }) {
  const { t } = useText();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const send = useImportYear();
  const forget = useForgetYear();
  const read = async (file: File | undefined) => {
    if (!file) return;
    send.reset();
    setUnreadable(false);
    let year: unknown;
    try {
      if (file.size > FILE_MAX) throw new RangeError(file.name);
      year = JSON.parse(await file.text());
    } catch {
      setUnreadable(true);
      return;
    }
    await send.mutateAsync(year).then(
      () => message.success(t("calendarAdmin.imported")),
      () => undefined, // shown below
    );
  };
  return (
    <section className={css.card} aria-labelledby="calendar-years">
      <h2 className={css.cardTitle} id="calendar-years">
        {t("calendarAdmin.years")}
      </h2>
      <p className={css.lead}>{t("calendarAdmin.yearsHelp")}</p>
      <ul className={css.years}>
        {years.toReversed().map((each) => (
          <YearLine key={each.year} each={each} onForget={() => forget.mutate(each.year)} busy={forget.isPending} />
        ))}
      </ul>
      <Button icon={<UploadOutlined />} loading={send.isPending} onClick={() => input.current?.click()}>
        {t("calendarAdmin.import")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t("calendarAdmin.import")}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <div className={css.note} role="status">
        {unreadable && <span className={css.wrong}>{t("calendarAdmin.unreadable")}</span>}
        <ProblemNote problem={send.error ?? forget.error} />
      </div>
    </section>
  );
}

function YearLine({ each, onForget, busy }: { each: YearSource; onForget: () => void; busy: boolean }) {
  const { t } = useText();
  return (
    <li className={css.yearLine}>
      <span className={css.yearNumber}>{each.year}</span>
      <span>{t(`calendarAdmin.source.${each.source}`)}</span>
      <span className={css.quiet}>{t("calendarAdmin.workDays", { count: each.workDays })}</span>
      <span className={css.yearActions}>
        {each.papers.map((paper) => (
          <a
            key={paper}
            href={paper}
            target="_blank"
            rel="noreferrer"
            aria-label={t("calendarAdmin.paperOf", { year: each.year })}
          >
            {t("calendarAdmin.paper")}
          </a>
        ))}
        {each.source === "IMPORTED" && (
          <Button
            type="link"
            size="small"
            disabled={busy}
            onClick={onForget}
            aria-label={t("calendarAdmin.forgetYear", { year: each.year })}
          >
            {t("calendarAdmin.forget")}
          </Button>
        )}
      </span>
    </li>
  );
}
