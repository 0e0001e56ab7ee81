import { EditOutlined, SendOutlined } from "@ant-design/icons";
import { useText } from "@/lib/i18n";

/** What a tap on the row does: sends it, or puts it into what is being written. */
export function UseSign({ send }: { send: boolean }) {
  const { t } = useText();
  const Sign = send ? SendOutlined : EditOutlined;
  return <Sign role="img" aria-label={t(send ? "material.panel.send" : "material.panel.insert")} aria-hidden={false} />;
}
