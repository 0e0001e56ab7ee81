import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useText } from "@/lib/i18n";
import { CopyButton } from "@/ui/copy-button";
import css from "./customer.module.css";

interface Props {
  /** Of the pictures: without ".svg". */
  picture: string;
  /** Of the customer's page. */
  path: string;
  name: string;
}

/** A code to be scanned, saved, printed; and its link. */
export function QrPicture({ picture, path, name }: Props) {
  const { t } = useText();
  const link = `${window.location.origin}${path}`;
  return (
    <div className={css.qr}>
      <img src={`${picture}.svg`} alt={t("customer.code.alt", { name })} width={180} height={180} />
      <div className={css.stack}>
        <p className={css.link}>{link}</p>
        <div className={css.wrap}>
          <CopyButton text={link} label={t("customer.code.copy")} />
          <Button icon={<DownloadOutlined />} href={`${picture}.png`} download={`${name}.png`}>
            {t("customer.code.save")}
          </Button>
          <Button icon={<PrinterOutlined />} href={`${picture}.svg`} target="_blank" rel="noopener">
            {t("customer.code.print")}
          </Button>
        </div>
      </div>
    </div>
  );
}
