import { useText } from "@/lib/i18n";
import css from "./numbers.module.css";

interface Props {
  tiles: { name: string; value: number; tone?: string }[];
}

/** A few numbers beside each other; colour says nothing alone. */
export function NumberTiles({ tiles }: Props) {
  const { locale } = useText();
  return (
    <ul className={css.tiles}>
      {tiles.map(({ name, value, tone }) => (
        <li key={name} className={css.tile} data-tone={tone}>
          <span className={css.tileName}>{name}</span>
          <strong className={css.tileNumber}>{value.toLocaleString(locale)}</strong>
        </li>
      ))}
    </ul>
  );
}
