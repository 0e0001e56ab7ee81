import { Button, Modal } from "antd";
import { useText } from "@/lib/i18n";
import { CopyButton } from "@/ui/copy-button";
import css from "./open.module.css";

interface Props {
  title: string;
  text: string;
  secret: string;
  onClose: () => void;
}

/** Shows a secret for the only time there is. */
export function SecretDialog({ title, text, secret, onClose }: Props) {
  const { t } = useText();
  return (
    <Modal
      open
      title={title}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <div className={css.buttons} style={{ justifyContent: "flex-end" }}>
          <CopyButton text={secret} />
          <Button type="primary" onClick={onClose}>
            {t("open.kept")}
          </Button>
        </div>
      }
    >
      <p className={css.quiet}>{text}</p>
      <p className={css.secret} data-testid="secret">
        {secret}
      </p>
    </Modal>
  );
}
