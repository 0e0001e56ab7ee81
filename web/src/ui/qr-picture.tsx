import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { CopyButton } from "./copy-button";
import css from "./qr-picture.module.css";

interface Props {
  /** Of the pictures: without ".svg". */
  picture: string;
  /** Of the customer's page. */
  path: string;
  name: string;
  words: { alt: string; copy: string; save: string; print: string };
}

/** A code to be scanned, saved, printed; and its link. */
export function QrPicture({ picture, path, name, words }: Props) {
  const link = `${window.location.origin}${path}`;
  return (
    <div className={css.qr}>
      <img src={`${picture}.svg`} alt={words.alt} width={180} height={180} />
      <div className={css.beside}>
        <p className={css.link}>{link}</p>
        <div className={css.wrap}>
          <CopyButton text={link} label={words.copy} />
          <Button icon={<DownloadOutlined />} href={`${picture}.png`} download={`${name}.png`}>
            {words.save}
          </Button>
          <Button icon={<PrinterOutlined />} href={`${picture}.svg`} target="_blank" rel="noopener">
            {words.print}
          </Button>
        </div>
      </div>
    </div>
  );
}
