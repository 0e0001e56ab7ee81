import i18next from "i18next";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { DoorPage } from "@/features/ding-link/door-page";
import { firstLocale } from "@/lib/first-locale";
import { onlyCatalogue, startI18n } from "@/lib/i18n";
import { tokenSheet } from "@/ui/palette";
import "@/ui/base.css";

/** The page behind a DING's link: an entry of its own, without router, session and component library, for any phone and line. */
async function start() {
  const sheet = document.createElement("style");
  sheet.textContent = tokenSheet();
  document.head.append(sheet);
  if (window.matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.dataset.theme = "dark";
  onlyCatalogue((locale) => (locale === "zh-CN" ? import("@/i18n/zh-door") : import("@/i18n/en-door")));
  await startI18n(firstLocale());
  document.title = i18next.t("door.title");
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no root");
  createRoot(root).render(
    <StrictMode>
      <DoorPage token={window.location.pathname.split("/")[2] ?? ""} />
    </StrictMode>,
  );
}

void start();
