import { useText } from "@/lib/i18n";
import { PageFrame as Frame, type FrameProps } from "@/ui/page-frame";

type Props = Omit<FrameProps, "back" | "narrow" | "loading"> & {
  /** Behind the list of codes, not behind the list of customers. */
  deep?: boolean;
};

/** A page behind the list of customers or of codes. */
export function PageFrame({ deep = false, ...props }: Props) {
  const { t } = useText();
  const back = deep
    ? { href: "/customers/ways", label: t("way.backToWays") }
    : { href: "/customers", label: t("way.back") };
  return <Frame {...props} narrow back={back} loading={t("way.loading")} />;
}
