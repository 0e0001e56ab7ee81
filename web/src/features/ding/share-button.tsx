import { ShareAltOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import { useText } from "@/lib/i18n";

const ShareDialog = lazy(() => import("@/ui/share-dialog").then((module) => ({ default: module.ShareDialog })));

/** Shows a DING in a conversation. */
export function ShareButton({ ding }: { ding: number }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const share = (conversation: number, key: string) => api.post(`/api/dings/${ding}/share`, { conversation, key });
  return (
    <>
      <Button icon={<ShareAltOutlined />} onClick={() => setOpen(true)}>
        {t("ui.share.open")}
      </Button>
      <Suspense>{open && <ShareDialog onShare={share} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
