import { Checkbox, Form, Input, Modal } from "antd";
import type { ApiKeyCreated, ApiScope } from "@/api/open-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { PersonPicker } from "@/ui/person-picker";
import { SCOPES, useCreateApiKey } from "./use-api-keys";

interface Props {
  onClose: () => void;
  onCreated: (created: ApiKeyCreated) => void;
}

interface Values {
  name: string;
  scopes: ApiScope[];
  member: number[];
}

export function ApiKeyDialog({ onClose, onCreated }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const create = useCreateApiKey();
  const submit = ({ name, scopes, member }: Values) => {
    if (create.isPending) return; // Enter in the field, twice
    follow(create.mutateAsync({ name, scopes, memberId: member?.[0] ?? null }), { onSuccess: onCreated });
  };
  return (
    <Modal
      open
      title={t("open.keys.create")}
      okText={t("open.createDo")}
      cancelText={t("form.cancel")}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: "", scopes: [], member: [] }}
        onFinish={submit}
      >
        <Form.Item
          name="name"
          label={t("open.name")}
          extra={t("open.keys.nameHelp")}
          rules={[{ required: true, whitespace: true, message: t("open.nameNeeded") }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t("open.keys.scopes")}
          extra={t("open.keys.scopesHelp")}
          rules={[{ type: "array", min: 1, message: t("open.keys.scopesNeeded") }]}
        >
          <Checkbox.Group options={SCOPES.map((value) => ({ value, label: t(`open.scope.${value}`) }))} />
        </Form.Item>
        <Form.Item name="member" label={t("open.keys.member")} extra={t("open.keys.memberHelp")}>
          <PersonPicker single />
        </Form.Item>
        <FormProblem error={create.error} />
      </Form>
    </Modal>
  );
}
