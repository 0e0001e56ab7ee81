import { Form, Input, Modal } from "antd";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { type Role, type RoleBody, useSaveRole } from "./use-roles";

interface Props {
  /** null: a new one. */
  edited: Role | null;
  onClose: () => void;
  onSaved?: (role: Role) => void;
}

export function RoleDialog({ edited: role, onClose, onSaved }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<RoleBody>();
  const save = useSaveRole(role?.id ?? null);
  const submit = ({ name, group }: RoleBody) =>
    follow(save.mutateAsync({ name: name.trim(), group: group?.trim() ?? "" }), {
      onSuccess: (saved) => {
        onSaved?.(saved);
        onClose();
      },
    });
  return (
    <Modal
      open
      title={role ? t("admin.roles.edit") : t("admin.roles.create")}
      okText={role ? t("admin.roles.save") : t("admin.roles.create")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: role?.name, group: role?.group ?? "" }}
        onFinish={submit}
      >
        <Form.Item
          name="name"
          label={t("admin.roles.name")}
          rules={[{ required: true, whitespace: true, message: t("admin.roles.nameNeeded") }]}
        >
          <Input maxLength={64} autoFocus />
        </Form.Item>
        <Form.Item name="group" label={t("admin.roles.group")} extra={t("admin.roles.groupHelp")}>
          <Input maxLength={64} />
        </Form.Item>
        <FormProblem error={save.error} fields={{ "directory.name_taken": "name", "directory.bad_name": "name" }} />
      </Form>
    </Modal>
  );
}
