import { EditOutlined } from "@ant-design/icons";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { CustomerRelation, CustomerRemark } from "@/api/customer-types";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { IconButton } from "@/ui/icon-button";
import css from "./customer.module.css";
import { useSetRemark } from "./use-customers";

/** What the employee wrote down for himself: he changes it, who leads him reads it. */
export function RemarkPart({ relation, editable }: { relation: CustomerRelation; editable: boolean }) {
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const title = editable ? t("customer.remark.title") : t("customer.remark.titleOf", { name: nameOf(relation.member) });
  const { text, company, phones, description } = relation.remark;
  const lines = [
    ["text", text] as const,
    ["company", company] as const,
    ["phones", phones.join(t("customer.comma"))] as const,
    ["description", description] as const,
  ].filter(([, value]) => value !== "");
  return (
    <section className={css.part} aria-label={title}>
      <div className={css.partHead}>
        <h3 className={css.partTitle}>{title}</h3>
        {editable && (
          <IconButton
            size="small"
            icon={<EditOutlined />}
            label={t("customer.remark.edit")}
            onClick={() => setEditing(true)}
          />
        )}
      </div>
      {lines.length === 0 && <p className={css.quiet}>{t("customer.remark.none")}</p>}
      <dl className={css.facts}>
        {lines.map(([key, value]) => (
          <div key={key} className={css.fact}>
            <dt>{t(`customer.remark.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {editing && <RemarkDialog relation={relation} onClose={() => setEditing(false)} />}
    </section>
  );
}

function RemarkDialog({ relation, onClose }: { relation: CustomerRelation; onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<CustomerRemark>();
  const save = useSetRemark(relation.id);
  return (
    <Modal
      open
      title={t("customer.remark.edit")}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={relation.remark}
        onFinish={(body) => follow(save.mutateAsync(body), { onSuccess: onClose })}
      >
        <Form.Item name="text" label={t("customer.remark.text")}>
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item name="company" label={t("customer.remark.company")}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="phones" label={t("customer.remark.phones")} extra={t("customer.remark.phonesHelp")}>
          <Select mode="tags" maxCount={5} open={false} suffix={null} tokenSeparators={[",", "，", "、"]} />
        </Form.Item>
        <Form.Item name="description" label={t("customer.remark.description")}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <FormProblem error={save.error} fields={{ "customer.bad_phone": "phones" }} />
      </Form>
    </Modal>
  );
}
