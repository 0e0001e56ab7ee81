import { RouterProvider } from "@tanstack/react-router";
import { listenForSignOut } from "@/api/http";
import { sessionKey } from "@/api/session";
import { wireCardViews, wireCustomerPanel } from "./card-views";
import { queryClient } from "./providers";
import { start } from "./start";
import { workRouter } from "./work-router";

listenForSignOut(() => {
  queryClient.setQueryData(sessionKey, null);
  void workRouter.invalidate();
});

wireCardViews();
wireCustomerPanel();

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  window.addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => undefined));
}

void start(<RouterProvider router={workRouter} />);
