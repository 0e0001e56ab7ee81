import { useText } from "@/lib/i18n";
import { usePreferences } from "@/lib/preferences";
import css from "./settings-page.module.css";

const MOD = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";

export function AboutSection() {
  const { t } = useText();
  const byEnter = usePreferences((preferences) => preferences.sendKey === "ENTER");
  return (
    <>
      <section className={css.part}>
        <h3 className={css.subtitle}>{t("settings.about.name")}</h3>
        <p className={css.help}>{t("settings.about.text")}</p>
      </section>
      <section className={css.part}>
        <h3 className={css.subtitle}>{t("settings.about.shortcuts")}</h3>
        <dl className={css.keys}>
          <Shortcut name={t("settings.about.keys.search")} keys={[MOD, "K"]} />
          <Shortcut name={t("settings.about.keys.help")} keys={["?"]} />
          <Shortcut name={t("settings.about.keys.send")} keys={byEnter ? ["Enter"] : [MOD, "Enter"]} />
          <Shortcut name={t("settings.about.keys.newline")} keys={byEnter ? ["Shift", "Enter"] : ["Enter"]} />
          <Shortcut name={t("settings.about.keys.escape")} keys={["Esc"]} />
          <Shortcut name={t("settings.about.keys.tree")} keys={["↑", "↓", "→", "←"]} />
        </dl>
      </section>
    </>
  );
}

function Shortcut({ name, keys }: { name: string; keys: string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
