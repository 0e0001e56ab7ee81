import { AuditOutlined } from "@ant-design/icons";
import type { ApprovalBox } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/records.module.css";
import { ApprovalDetail } from "./approval-detail";
import { ApprovalList } from "./approval-list";

/** The boxes on the left and one approval beside them; on a phone one after the other. */
export function ApprovalsPage({ box, id }: { box: ApprovalBox; id: number | null }) {
  const { t } = useText();
  const phone = usePhone();
  return (
    <div className={css.page} data-phone={phone || undefined}>
      {(!phone || id === null) && <ApprovalList key={box} box={box} openId={id} />}
      {id !== null && <ApprovalDetail key={id} id={id} box={box} phone={phone} />}
      {!phone && id === null && (
        <section className={css.main}>
          <EmptyState icon={<AuditOutlined />} title={t("approval.empty.choose")} />
        </section>
      )}
    </div>
  );
}
