import { Form, Modal } from "antd";
import { useState } from "react";
import type { CustomerGroup, GroupCustomer } from "@/api/customer-group-types";
import { api } from "@/api/http";
import type { Card } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PeopleField } from "@/ui/people-field";
import { ProblemNote } from "@/ui/problem-note";
import { CustomersField } from "./customers-field";
import css from "./group.module.css";
import { useChange } from "./use-groups";

const MOST = 100;

/** Brings colleagues and own customers into a group. */
export function AddDialog({ group, onClose }: { group: CustomerGroup; onClose: () => void }) {
  const { t } = useText();
  const [staff, setStaff] = useState<Card[]>([]);
  const [customers, setCustomers] = useState<GroupCustomer[]>([]);
  const add = useChange((body: unknown) => api.post(`/api/customer-groups/${group.id}/members`, body));
  const ids = (people: { id: number }[]) => people.map(({ id }) => id);
  return (
    <Modal
      open
      title={t("customerGroup.people.add")}
      okText={t("customerGroup.people.add")}
      cancelText={t("form.cancel")}
      confirmLoading={add.isPending}
      okButtonProps={{ disabled: staff.length + customers.length === 0 }}
      onOk={() =>
        follow(add.mutateAsync({ staffIds: ids(staff), customerIds: ids(customers) }), { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <Form layout="vertical">
        <div className={css.gap}>
          <PeopleField label={t("customerGroup.open.staff")} chosen={staff} most={MOST} onChange={setStaff} />
        </div>
        <Form.Item label={t("customerGroup.open.customers")} htmlFor="add-customers">
          <CustomersField id="add-customers" chosen={customers} most={MOST} onChange={setCustomers} />
        </Form.Item>
      </Form>
      <ProblemNote problem={add.error} />
    </Modal>
  );
}
