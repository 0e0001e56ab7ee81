import { useText } from "@/lib/i18n";

/** What stands at somebody's code. */
export function useCodeWords(name: string) {
  const { t } = useText();
  return {
    alt: t("way.code.alt", { name }),
    copy: t("way.code.copy"),
    save: t("way.code.save"),
    print: t("way.code.print"),
  };
}
