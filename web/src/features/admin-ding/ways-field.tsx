import { useText } from "@/lib/i18n";
import { Chip, Chips } from "@/ui/chip";
import { withWay } from "./ladder";
import { WAYS, type Way } from "./use-ding";

interface Props {
  value?: Way[];
  onChange?: (ways: Way[]) => void;
  label: string;
}

/** Any of the ways, as chips that are on or off. */
export function WaysField({ value = [], onChange, label }: Props) {
  const { t } = useText();
  return (
    <Chips label={label}>
      {WAYS.map((way) => {
        const on = value.includes(way);
        return (
          <Chip key={way} on={on} onPick={() => onChange?.(withWay(value, way, !on))}>
            {t(`dingAdmin.way.${way}`)}
          </Chip>
        );
      })}
    </Chips>
  );
}
