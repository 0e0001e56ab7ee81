import { type KeyboardEvent, useRef, useState } from "react";
import { useText } from "@/lib/i18n";
import css from "./calendar-page.module.css";
import { type Day, WEEKDAYS } from "./use-calendar";
import { type Month, months, step } from "./year";

interface Props {
  year: number;
  days: readonly Day[];
  today: string;
  onPick: (day: Day) => void;
}

/** A year as twelve tables. One day is reached with Tab, the others from it with the arrow keys. */
export function YearGrid({ year, days, today, onPick }: Props) {
  const { t } = useText();
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState("");
  const start = today.startsWith(`${year}-`) ? today : `${year}-01-01`;
  const active = chosen.startsWith(`${year}-`) ? chosen : start;
  const move = (event: KeyboardEvent) => {
    const next = step(event.key, active);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
    root.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div ref={root} className={css.year} onKeyDown={move}>
      <p className={css.hidden} id="calendar-keys">
        {t("calendarAdmin.keys")}
      </p>
      {months(days).map((month) => (
        <MonthTable
          key={month.month}
          month={month}
          year={year}
          active={active}
          today={today}
          onPick={(day) => {
            setChosen(day.date);
            onPick(day);
          }}
        />
      ))}
    </div>
  );
}

interface MonthProps {
  month: Month;
  year: number;
  active: string;
  today: string;
  onPick: (day: Day) => void;
}

function MonthTable({ month, year, active, today, onPick }: MonthProps) {
  const { t, locale } = useText();
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month.month - 1, 1)),
  );
  return (
    <table className={css.month}>
      <caption className={css.monthName}>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`calendarAdmin.weekday.${weekday}`)}>
              {t(`calendarAdmin.weekdayShort.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.find(Boolean)?.date}>
            {week.map((day, index) => (
              <td key={day?.date ?? WEEKDAYS[index]}>
                {day && <DayButton day={day} active={day.date === active} today={day.date === today} onPick={onPick} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  day: Day;
  active: boolean;
  today: boolean;
  onPick: (day: Day) => void;
}

function DayButton({ day, active, today, onPick }: DayProps) {
  const { t, locale } = useText();
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(`${day.date}T00:00:00Z`),
  );
  const words = [date, day.name, t(`calendarAdmin.kind.${day.kind}`), day.own ? t("calendarAdmin.own") : ""];
  const mark = day.kind === "HOLIDAY" || day.kind === "SWAPPED_WORK" ? t(`calendarAdmin.mark.${day.kind}`) : "";
  return (
    <button
      type="button"
      className={css.day}
      data-date={day.date}
      data-kind={day.kind}
      data-own={day.own || undefined}
      data-mark={mark || undefined}
      aria-current={today ? "date" : undefined}
      aria-label={words.filter((word) => word !== "").join(" · ")}
      aria-describedby={active ? "calendar-keys" : undefined}
      title={day.name || undefined}
      tabIndex={active ? 0 : -1}
      onClick={() => onPick(day)}
    >
      {Number(day.date.slice(8))}
    </button>
  );
}
