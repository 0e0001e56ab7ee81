import { StopOutlined } from "@ant-design/icons";
import { App, Button, Popconfirm } from "antd";
import type { CustomerView } from "@/api/customer-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { useChange } from "./use-customers";

/** Shuts a customer out of the company, by whoever serves him; taken back by whoever did it and by administrators. */
export function BlockPart({ view }: { view: CustomerView }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { customer, mine, mayUnblock } = view;
  const path = `/api/customers/${customer.id}/block`;
  const change = useChange((block: boolean) => (block ? api.post(path, {}) : api.delete(path)));
  const run = (block: boolean) =>
    follow(change.mutateAsync(block), {
      onSuccess: () => void message.success(t(block ? "customer.block.done" : "customer.block.undone")),
    });
  if (customer.blocked ? !mayUnblock : !mine?.open) return null;
  return (
    <div>
      {customer.blocked ? (
        <Button loading={change.isPending} onClick={() => run(false)}>
          {t("customer.block.undo")}
        </Button>
      ) : (
        <Popconfirm
          title={t("customer.block.sure", { name: customer.name })}
          description={t("customer.block.text")}
          okText={t("customer.block.do")}
          okButtonProps={{ danger: true }}
          onConfirm={() => run(true)}
        >
          <Button danger icon={<StopOutlined />} loading={change.isPending}>
            {t("customer.block.do")}
          </Button>
        </Popconfirm>
      )}
      <ProblemNote problem={change.error} />
    </div>
  );
}
