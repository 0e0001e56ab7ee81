import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { firstLocale } from "@/lib/first-locale";
import { changeLocale, startI18n } from "@/lib/i18n";
import { bringProblems } from "@/lib/problem-text";
import { readStored } from "@/lib/storage";
import { useThemeChoice } from "@/lib/theme";
import { tokenSheet } from "@/ui/palette";
import "@/ui/base.css";
import type { ReactNode } from "react";
import { sessionQuery } from "@/api/session";
import { Providers, queryClient } from "./providers";

/** The account's language and theme win over the device's, once known. */
function followAccount() {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success" || event.query.queryKey[0] !== "session") return;
    const account = queryClient.getQueryData(sessionQuery.queryKey)?.account;
    if (!account) return;
    if (account.locale !== readStored("locale")) void changeLocale(account.locale);
    if (account.theme !== useThemeChoice.getState().choice) useThemeChoice.getState().choose(account.theme);
  });
}

/** Nobody is refused anything sooner, and the first page has the line for itself. */
const PROBLEMS_MS = 1_000;

/** What both entries do: words, colours, then the pages. */
export async function start(pages: ReactNode) {
  const sheet = document.createElement("style");
  sheet.textContent = tokenSheet();
  document.head.append(sheet);
  followAccount();
  await startI18n(firstLocale());
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no root");
  createRoot(root).render(
    <StrictMode>
      <Providers>{pages}</Providers>
    </StrictMode>,
  );
  setTimeout(bringProblems, PROBLEMS_MS);
}
