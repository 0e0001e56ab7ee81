import { RouterProvider } from "@tanstack/react-router";
import { addCatalogue } from "@/lib/i18n";
import { adminRouter } from "./admin-router";
import { start } from "./start";

addCatalogue((locale) => (locale === "zh-CN" ? import("@/i18n/zh-admin") : import("@/i18n/en-admin")));

void start(<RouterProvider router={adminRouter} />);
