import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useEffect, useState } from "react";
import { copyText } from "@/lib/copy";
import { useText } from "@/lib/i18n";

/** Copies a text and says so; where the browser forbids it (plain http), it says what to do instead. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await copyText(text);
    if (done) setCopied(true);
    else void message.warning(t("form.copyFailed"));
  };
  return (
    <Button icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>
      {copied ? t("form.copied") : (label ?? t("form.copy"))}
    </Button>
  );
}
