import { Form, Input, Modal } from "antd";
import type { TemplateGroup } from "@/api/approval-template-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { useRenameGroup } from "./use-templates";

export function RenameDialog({ group, onClose }: { group: TemplateGroup; onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<{ name: string }>();
  const rename = useRenameGroup();
  return (
    <Modal
      open
      title={t("approvalDesign.renameGroup")}
      okText={t("form.save")}
      cancelText={t("form.cancel")}
      confirmLoading={rename.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="group"
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: group.name }}
        onFinish={({ name }) => follow(rename.mutateAsync({ id: group.id, name: name.trim() }), { onSuccess: onClose })}
      >
        <Form.Item
          name="name"
          label={t("approvalDesign.groupName")}
          rules={[{ required: true, whitespace: true, message: t("approvalDesign.groupNameMissing") }]}
        >
          <Input maxLength={50} autoFocus />
        </Form.Item>
        <FormProblem
          error={rename.error}
          fields={{ "approvaltemplate.name_taken": "name", "approvaltemplate.bad_name": "name" }}
        />
      </Form>
    </Modal>
  );
}
