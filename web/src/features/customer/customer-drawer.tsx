import { ArrowLeftOutlined, CloseOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./customer.module.css";
import { CustomerDetail } from "./customer-detail";
import { customerQuery } from "./use-customers";

interface Props {
  id: number;
  /** Over the list, which has no room beside it. */
  overlay: boolean;
  onClose: () => void;
}

/** One customer beside the list. */
export function CustomerDrawer({ id, overlay, onClose }: Props) {
  const { t } = useText();
  const phone = usePhone();
  const aside = useRef<HTMLElement>(null);
  const { data, error, isPending } = useQuery(customerQuery(id));
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    aside.current?.focus({ preventScroll: true });
    return () => before?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {overlay && <button type="button" className={css.backdrop} aria-label={t("customer.close")} onClick={onClose} />}
      <aside
        ref={aside}
        className={css.drawer}
        data-overlay={overlay || undefined}
        data-phone={phone || undefined}
        tabIndex={-1}
        aria-label={t("customer.profile")}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented) onClose();
        }}
      >
        <header className={css.drawerHead}>
          <IconButton
            icon={phone ? <ArrowLeftOutlined /> : <CloseOutlined />}
            label={t("customer.close")}
            onClick={onClose}
          />
          <h2 className={css.drawerTitle}>{t("customer.profile")}</h2>
        </header>
        <div className={css.scroll}>
          {!data && <ProblemNote problem={error} />}
          {isPending && <RowSkeletons count={5} label={t("customer.loading")} />}
          {data && <CustomerDetail view={data} />}
        </div>
      </aside>
    </>
  );
}
