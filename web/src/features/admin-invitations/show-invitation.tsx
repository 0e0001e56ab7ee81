import { DownloadOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { CopyButton } from "@/ui/copy-button";
import css from "./invitations.module.css";
import { type Invitation, linkOf } from "./use-invitations";

export function ShowInvitation({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t, locale } = useText();
  const link = linkOf(invitation);
  const picture = `/api/invitations/${invitation.id}/qr.svg`;
  return (
    <Modal open title={t("admin.invitations.ready")} footer={null} onCancel={onClose}>
      <p className={css.quiet}>{t("admin.invitations.readyText")}</p>
      <div className={css.invitation}>
        <img className={css.qr} src={picture} alt={t("admin.invitations.qrAlt", { link })} width={200} height={200} />
        <p className={css.link}>{link}</p>
        <div className={css.buttons}>
          <CopyButton text={link} label={t("admin.invitations.copy")} />
          <Button icon={<DownloadOutlined />} href={picture} download={`qiao-invitation-${invitation.id}.svg`}>
            {t("admin.invitations.qrDownload")}
          </Button>
        </div>
        <p className={css.quiet}>
          {[
            invitation.departmentName ?? t("admin.invitations.whole"),
            t(invitation.approval ? "admin.invitations.needed" : "admin.invitations.free"),
            `${t("admin.invitations.column.expires")} ${dayAndClock(invitation.expiresAt, locale)}`,
          ].join(" · ")}
        </p>
      </div>
    </Modal>
  );
}
