import { useNavigate } from "@tanstack/react-router";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import type { CustomerGroup, GroupCustomer } from "@/api/customer-group-types";
import { api } from "@/api/http";
import type { Card } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { FormProblem } from "@/ui/form-problem";
import { PeopleField } from "@/ui/people-field";
import { CustomersField } from "./customers-field";
import css from "./group.module.css";
import { useChange } from "./use-groups";

const MOST_STAFF = 100;
const MOST_CUSTOMERS = 200;

/** A new group: what it is called, which colleagues and which of one's customers are in it from the beginning. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ title: string }>();
  const [staff, setStaff] = useState<Card[]>([]);
  const [customers, setCustomers] = useState<GroupCustomer[]>([]);
  const [key] = useState(randomKey);
  const open = useChange((body: unknown) => api.post<CustomerGroup>("/api/customer-groups", body));
  const submit = ({ title }: { title: string }) =>
    follow(
      open.mutateAsync({
        title: title.trim(),
        staffIds: staff.map(({ id }) => id),
        customerIds: customers.map(({ id }) => id),
        key,
      }),
      {
        onSuccess: ({ id }) => void navigate({ to: "/customers/groups/$groupId", params: { groupId: String(id) } }),
      },
    );
  return (
    <Modal
      open
      title={t("customerGroup.open.title")}
      okText={t("customerGroup.open.do")}
      cancelText={t("form.cancel")}
      confirmLoading={open.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ title: "" }} onFinish={submit}>
        <Form.Item
          name="title"
          label={t("customerGroup.open.name")}
          rules={[{ required: true, whitespace: true, message: t("customerGroup.nameNeeded") }]}
        >
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <div className={css.gap}>
          <PeopleField label={t("customerGroup.open.staff")} chosen={staff} most={MOST_STAFF} onChange={setStaff} />
        </div>
        <Form.Item
          label={t("customerGroup.open.customers")}
          htmlFor="open-customers"
          extra={t("customerGroup.open.customersHelp")}
        >
          <CustomersField id="open-customers" chosen={customers} most={MOST_CUSTOMERS} onChange={setCustomers} />
        </Form.Item>
        <FormProblem error={open.error} />
      </Form>
    </Modal>
  );
}
