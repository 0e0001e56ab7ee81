import { useText } from "@/lib/i18n";
import { PageFrame as Frame, type FrameProps } from "@/ui/page-frame";

/** A page of reports behind the one at `back`. */
export function PageFrame({ back, ...props }: Omit<FrameProps, "back" | "loading"> & { back: string }) {
  const { t } = useText();
  return <Frame {...props} back={{ href: back, label: t("report.back") }} loading={t("report.loading")} />;
}
