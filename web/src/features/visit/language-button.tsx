import css from "./visit.module.css";
import { switchLocale, useWords } from "./words";

export function LanguageButton() {
  const { t, locale } = useWords();
  return (
    <button
      type="button"
      className={css.link}
      lang={locale === "zh-CN" ? "en" : "zh-CN"}
      aria-label={t("switchTo")}
      onClick={switchLocale}
    >
      {t("other")}
    </button>
  );
}
