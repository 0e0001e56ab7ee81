import { Button, Modal } from "antd";
import { useRef, useState } from "react";
import { Problem } from "@/api/http";
import type { ProductImport } from "@/api/material-types";
import { upload } from "@/api/upload";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { ProblemNote } from "@/ui/problem-note";
import css from "./material.module.css";
import { useProductChange } from "./use-products";

/** A spreadsheet is looked at first; then its good rows become products. */
export function ProductImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const run = useProductChange(
    ({ sheet, apply }: { sheet: File; apply: boolean }) =>
      upload<ProductImport>(`/api/products/import?apply=${apply}`, sheet, () => undefined).done,
  );
  const seen = run.data;
  const good = seen ? seen.fresh + seen.changed : 0;
  const look = (sheet: File) => {
    setFile(sheet);
    follow(run.mutateAsync({ sheet, apply: false }), {});
  };
  return (
    <Modal
      open
      title={t("material.products.import.title")}
      onCancel={onClose}
      footer={
        seen?.done ? (
          <Button type="primary" onClick={onClose}>
            {t("material.close")}
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={!seen || !file || good === 0}
            loading={run.isPending}
            onClick={() => file && follow(run.mutateAsync({ sheet: file, apply: true }), {})}
          >
            {t("material.products.import.apply", { count: good })}
          </Button>
        )
      }
    >
      <div className={css.detail}>
        <p className={css.small}>{t("material.products.import.help")}</p>
        {!seen?.done && (
          <Button onClick={() => input.current?.click()}>
            {file ? file.name : t("material.products.import.choose")}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          aria-label={t("material.products.import.choose")}
          onChange={(event) => {
            const sheet = event.target.files?.[0];
            if (sheet) look(sheet);
            event.target.value = "";
          }}
        />
        <ProblemNote problem={run.error} />
        {seen && (
          <p role="status">
            {t(seen.done ? "material.products.import.done" : "material.products.import.seen", {
              fresh: seen.fresh,
              changed: seen.changed,
            })}
          </p>
        )}
        {seen && seen.badRows > 0 && <BadRows seen={seen} />}
      </div>
    </Modal>
  );
}

function BadRows({ seen }: { seen: ProductImport }) {
  const { t } = useText();
  return (
    <>
      <p>{t("material.products.import.bad", { count: seen.badRows })}</p>
      <ul className={css.bad}>
        {seen.bad.map(({ row, code }) => (
          <li key={row}>{t("material.products.import.row", { row, why: problemText(t, new Problem(400, code)) })}</li>
        ))}
      </ul>
    </>
  );
}
