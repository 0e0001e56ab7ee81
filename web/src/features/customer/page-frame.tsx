import { useText } from "@/lib/i18n";
import { PageFrame as Frame, type FrameProps } from "@/ui/page-frame";

/** A page behind the list of customers. */
export function PageFrame(props: Omit<FrameProps, "back" | "narrow" | "loading">) {
  const { t } = useText();
  return (
    <Frame {...props} narrow back={{ href: "/customers", label: t("customer.back") }} loading={t("customer.loading")} />
  );
}
