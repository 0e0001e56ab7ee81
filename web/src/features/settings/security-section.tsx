import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { LoginsForm } from "./logins-form";
import { PasswordForm } from "./password-form";
import css from "./settings-page.module.css";

export function SecuritySection() {
  const { t } = useText();
  const { account } = useSession();
  return (
    <>
      <section className={css.part} aria-labelledby="settings-logins">
        <h3 className={css.subtitle} id="settings-logins">
          {t("settings.security.logins")}
        </h3>
        <p className={css.help}>{t("settings.security.loginsLead")}</p>
        <LoginsForm key={`${account.phone}|${account.email}`} />
      </section>
      <section className={css.part} aria-labelledby="settings-password">
        <h3 className={css.subtitle} id="settings-password">
          {t(account.hasPassword ? "settings.security.password" : "settings.security.setPassword")}
        </h3>
        <p className={css.help}>{t("settings.security.passwordLead")}</p>
        <PasswordForm />
      </section>
    </>
  );
}
