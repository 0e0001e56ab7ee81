import { useText } from "@/lib/i18n";
import type { Series } from "@/ui/charts/day-chart";

interface Props {
  /** Heads the first column. */
  heading: string;
  /** "2026-12-01", oldest first. */
  days: readonly string[];
  series: readonly Series[];
}

/** The numbers behind bars and lines: a row for each day, the newest first. */
export function DayTable({ heading, days, series }: Props) {
  const { locale } = useText();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {series.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days
          .map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {series.map(({ key, values }) => (
                <td key={key}>{values[index]?.toLocaleString(locale) ?? "–"}</td>
              ))}
            </tr>
          ))
          .reverse()}
      </tbody>
    </table>
  );
}
