import { useText } from "@/lib/i18n";
import { PageFrame as Frame, type FrameProps } from "@/ui/page-frame";

/** A page of approvals behind the one at `back`; without a title yet it is about to become an application. */
export function PageFrame({ back, title, ...props }: Omit<FrameProps, "back" | "loading"> & { back: string }) {
  const { t } = useText();
  return (
    <Frame
      {...props}
      title={title || t("approval.start.title")}
      back={{ href: back, label: t("approval.back") }}
      loading={t("approval.loading")}
    />
  );
}
