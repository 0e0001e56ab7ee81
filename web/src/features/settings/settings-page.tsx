import { ArrowLeftOutlined, RightOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { IconButton } from "@/ui/icon-button";
import { AboutSection } from "./about-section";
import { DevicesSection } from "./devices-section";
import { DingSection } from "./ding-section";
import { MeActions, MeCard } from "./me-card";
import { NotificationsSection } from "./notifications-section";
import { PreferencesSection } from "./preferences-section";
import { ProfileSection } from "./profile-section";
import { SecuritySection } from "./security-section";
import css from "./settings-page.module.css";

const SECTIONS = ["profile", "security", "devices", "preferences", "notifications", "ding", "about"] as const;
export type SettingsSection = (typeof SECTIONS)[number];

const PAGES: Record<SettingsSection, () => React.ReactNode> = {
  profile: () => <ProfileSection />,
  security: () => <SecuritySection />,
  devices: () => <DevicesSection />,
  preferences: () => <PreferencesSection />,
  notifications: () => <NotificationsSection />,
  ding: () => <DingSection />,
  about: () => <AboutSection />,
};

export function isSettingsSection(text: string | undefined): text is SettingsSection {
  return SECTIONS.some((section) => section === text);
}

/** The person's own things. On a phone the list is the "Me" tab and a section is a page of its own. */
export function SettingsPage({ section }: { section: SettingsSection | null }) {
  const { t } = useText();
  const phone = usePhone();
  const navigate = useNavigate();
  const shown = section ?? (phone ? null : "profile");
  const open = (next: SettingsSection | null) =>
    void navigate(next ? { to: "/settings/$section", params: { section: next } } : { to: "/settings" });
  return (
    <div className={css.page} data-phone={phone || undefined}>
      {(!phone || shown === null) && (
        <nav className={css.nav} aria-label={t("settings.title")}>
          {phone ? <MeCard /> : <h1 className={css.heading}>{t("settings.title")}</h1>}
          <ul className={css.sections}>
            {SECTIONS.map((each) => (
              <li key={each}>
                <button type="button" className={css.entry} aria-current={each === shown} onClick={() => open(each)}>
                  {t(`settings.sections.${each}`)}
                  {phone && <RightOutlined aria-hidden />}
                </button>
              </li>
            ))}
          </ul>
          {phone && <MeActions />}
        </nav>
      )}
      {shown && (
        <section className={css.main}>
          <div className={css.column}>
            <header className={css.head}>
              {phone && (
                <IconButton icon={<ArrowLeftOutlined />} label={t("settings.back")} onClick={() => open(null)} />
              )}
              <h2 className={css.title}>{t(`settings.sections.${shown}`)}</h2>
            </header>
            {PAGES[shown]()}
          </div>
        </section>
      )}
    </div>
  );
}
