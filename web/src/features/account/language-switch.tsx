import { Segmented } from "antd";
import type { Locale } from "@/api/types";
import { changeLocale, useText } from "@/lib/i18n";

/** Names in their own language: whoever needs the switch cannot read the other one. */
export function LanguageSwitch() {
  const { t, locale } = useText();
  return (
    <Segmented<Locale>
      aria-label={t("account.language")}
      value={locale}
      options={[
        { value: "zh-CN", label: "中文" },
        { value: "en-US", label: "English" },
      ]}
      onChange={(chosen) => void changeLocale(chosen)}
    />
  );
}
