import { useText } from "@/lib/i18n";

interface Props<N extends string> {
  /** Heads the first column. */
  day: string;
  columns: readonly { key: N; name: string }[];
  days: readonly (Record<N, number> & { day: string })[];
}

/** The numbers behind bars: a row for each day, the newest first. */
export function DayTable<N extends string>({ day, columns, days }: Props<N>) {
  const { locale } = useText();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{day}</th>
          {columns.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((each) => (
          <tr key={each.day}>
            <th scope="row">{each.day}</th>
            {columns.map(({ key }) => (
              <td key={key}>{each[key].toLocaleString(locale)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
