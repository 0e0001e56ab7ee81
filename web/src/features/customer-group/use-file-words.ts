import { useText } from "@/lib/i18n";

/** What stands at files that are sent along. */
export function useFileWords(most: number) {
  const { t } = useText();
  return {
    add: t("customerGroup.files.add", { count: most }),
    remove: (name: string) => t("customerGroup.files.remove", { name }),
  };
}
