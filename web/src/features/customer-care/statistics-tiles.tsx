import type { CareNumbers } from "@/api/care-types";
import { useText } from "@/lib/i18n";
import css from "./care.module.css";
import { change, durationText } from "./durations";

interface Props {
  now: CareNumbers;
  before: CareNumbers;
}

const COUNTS = ["opened", "endedByCustomer", "endedByMember", "chats", "received", "sent", "unanswered"] as const;

/** The numbers of the span, each with the one of the span before. */
export function StatisticsTiles({ now, before }: Props) {
  const { t, locale } = useText();
  const percent = (value: number | null) =>
    value === null ? "–" : value.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 });
  const time = (value: number | undefined) => (value === undefined ? "–" : durationText(value, t));
  const tiles = [
    ...COUNTS.map((name) => ({
      name,
      text: now[name].toLocaleString(locale),
      earlier: before[name].toLocaleString(locale),
      moved: change(now[name], before[name]),
    })),
    { name: "share" as const, text: percent(now.share), earlier: percent(before.share), moved: null },
    ...(["work", "clock"] as const).flatMap((kind) =>
      (["median", "average"] as const).map((which) => ({
        name: `${kind}.${which}` as const,
        text: time(now[kind]?.[which]),
        earlier: time(before[kind]?.[which]),
        moved: change(now[kind]?.[which] ?? null, before[kind]?.[which] ?? null),
      })),
    ),
  ];
  return (
    <ul className={css.tiles}>
      {tiles.map(({ name, text, earlier, moved }) => (
        <li key={name} className={css.tile}>
          <span className={css.small}>{t(`care.numbers.${name}`)}</span>
          <strong className={css.number}>{text}</strong>
          <span className={css.small}>
            {t("care.statistics.before", { value: earlier })}
            {moved !== null && ` · ${moved > 0 ? "+" : ""}${moved}%`}
          </span>
        </li>
      ))}
    </ul>
  );
}
