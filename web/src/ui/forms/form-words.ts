import { bringCatalogue } from "@/lib/i18n";

/** The words of the renderer. A page that shows a form awaits them before it is drawn, in its `lazyRouteComponent`. */
export function bringFormWords(): Promise<void> {
  return bringCatalogue(catalogue);
}

const catalogue = (locale: string) => (locale === "zh-CN" ? import("@/i18n/zh-forms") : import("@/i18n/en-forms"));
