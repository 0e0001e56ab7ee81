import { useText } from "@/lib/i18n";

/** What stands at somebody's code. */
export function useCodeWords(name: string) {
  const { t } = useText();
  return {
    alt: t("customer.code.alt", { name }),
    copy: t("customer.code.copy"),
    save: t("customer.code.save"),
    print: t("customer.code.print"),
  };
}
