import { DeleteOutlined } from "@ant-design/icons";
import { Popconfirm } from "antd";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";

/** Takes something away for good: one slip of the finger is not enough. The label names the thing. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { t } = useText();
  return (
    <Popconfirm
      title={t("customer.sure", { what: label })}
      okText={t("customer.tags.remove")}
      okButtonProps={{ danger: true }}
      cancelText={t("form.cancel")}
      onConfirm={onRemove}
    >
      <IconButton size="small" icon={<DeleteOutlined />} label={label} />
    </Popconfirm>
  );
}
