import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { VisitWay } from "@/api/visit-types";
import { listenToHost } from "@/features/visit/embed";
import { VisitApp } from "@/features/visit/visit-app";
import { identify, start } from "@/features/visit/visiting";
import { applyLocale } from "@/features/visit/words";
import "@/ui/base.css";

/** What the server knew of the code when it sent the page. */
function wayInPage(): VisitWay | null {
  const text = document.getElementById("way")?.textContent?.trim();
  return text ? (JSON.parse(text) as VisitWay) : null;
}

/** The customer's page: an entry of its own, without router and component library, for any phone and line. */
listenToHost(identify);
applyLocale();
void start(wayInPage());
const root = document.getElementById("root");
if (!root) throw new Error("The page has no root");
createRoot(root).render(
  <StrictMode>
    <VisitApp />
  </StrictMode>,
);
