import { Radio } from "antd";
import type { Locale, ThemeChoice } from "@/api/types";
import { changeLocale, useText } from "@/lib/i18n";
import { type SendKey, usePreferences } from "@/lib/preferences";
import { useThemeChoice } from "@/lib/theme";
import { ProblemNote } from "@/ui/problem-note";
import css from "./settings-page.module.css";
import { useSaveAccount } from "./use-settings";

const THEMES: ThemeChoice[] = ["SYSTEM", "LIGHT", "DARK"];
const SEND_KEYS: SendKey[] = ["ENTER", "CTRL_ENTER"];

/** Language and theme follow the account to every device; sending belongs to this device. */
export function PreferencesSection() {
  const { t, locale } = useText();
  const theme = useThemeChoice();
  const save = useSaveAccount();
  const preferences = usePreferences();
  const chooseLocale = (chosen: Locale) => {
    void changeLocale(chosen);
    save.mutate({ locale: chosen });
  };
  const chooseTheme = (chosen: ThemeChoice) => {
    theme.choose(chosen);
    save.mutate({ theme: chosen });
  };
  return (
    <>
      <ProblemNote problem={save.error} />
      <fieldset className={css.choice}>
        <legend>{t("settings.preferences.language")}</legend>
        <Radio.Group
          value={locale}
          onChange={(event) => chooseLocale(event.target.value)}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en-US", label: "English" },
          ]}
        />
      </fieldset>
      <fieldset className={css.choice}>
        <legend>{t("settings.preferences.theme")}</legend>
        <Radio.Group
          value={theme.choice}
          onChange={(event) => chooseTheme(event.target.value)}
          options={THEMES.map((value) => ({ value, label: t(`settings.preferences.themes.${value}`) }))}
        />
      </fieldset>
      <fieldset className={css.choice}>
        <legend>{t("settings.preferences.send")}</legend>
        <Radio.Group
          vertical
          value={preferences.sendKey}
          onChange={(event) => preferences.change({ sendKey: event.target.value })}
          options={SEND_KEYS.map((value) => ({ value, label: t(`settings.preferences.sendKeys.${value}`) }))}
        />
      </fieldset>
    </>
  );
}
