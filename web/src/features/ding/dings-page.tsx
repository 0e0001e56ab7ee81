import { NotificationOutlined } from "@ant-design/icons";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { EmptyState } from "@/ui/empty-state";
import type { Box } from "./boxes";
import { DingDetail } from "./ding-detail";
import { DingList } from "./ding-list";
import css from "./dings-page.module.css";

/** The boxes on the left and one DING beside them; on a phone one after the other. */
export function DingsPage({ box, id }: { box: Box; id: number | null }) {
  const { t } = useText();
  const phone = usePhone();
  return (
    <div className={css.page} data-phone={phone || undefined}>
      {(!phone || id === null) && <DingList box={box} openId={id} />}
      {id !== null && <DingDetail key={id} id={id} box={box} phone={phone} />}
      {!phone && id === null && (
        <section className={css.main}>
          <EmptyState icon={<NotificationOutlined />} title={t("ding.empty.choose")} />
        </section>
      )}
    </div>
  );
}
