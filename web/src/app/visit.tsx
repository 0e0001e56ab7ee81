import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { listenToHost } from "@/features/visit/embed";
import { VisitApp } from "@/features/visit/visit-app";
import { type Code, identify, start } from "@/features/visit/visiting";
import { applyLocale } from "@/features/visit/words";
import "@/ui/base.css";

/** What the server knew of the code when it sent the page. */
function codeInPage(): Code | null {
  const text = (document.getElementById("way") ?? document.getElementById("group"))?.textContent?.trim();
  return text ? (JSON.parse(text) as Code) : null;
}

/** The customer's page: an entry of its own, without router and component library, for any phone and line. */
listenToHost(identify);
applyLocale();
void start(codeInPage());
const root = document.getElementById("root");
if (!root) throw new Error("The page has no root");
createRoot(root).render(
  <StrictMode>
    <VisitApp />
  </StrictMode>,
);
