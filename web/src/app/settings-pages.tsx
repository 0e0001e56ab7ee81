import { useParams } from "@tanstack/react-router";
import { isSettingsSection, SettingsPage } from "@/features/settings/settings-page";

export function Settings() {
  const { section } = useParams({ strict: false });
  return <SettingsPage section={isSettingsSection(section) ? section : null} />;
}
