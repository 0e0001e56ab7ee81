import { useText } from "@/lib/i18n";

/** Names parts of a field: the length of a range, the rows of a table. */
export function usePart(): (label: string, part: "length" | "rows" | "from" | "to") => string {
  const { t } = useText();
  return (label, part) => t(`formDesign.${part}Of`, { label });
}
