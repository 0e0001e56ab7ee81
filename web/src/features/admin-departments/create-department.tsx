import { App, Form, Input, Modal } from "antd";
import type { Department } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { DEPARTMENT_PROBLEMS, useNameRules } from "./department-name";
import { useCreateDepartment } from "./use-departments";

interface Props {
  parent: Department;
  onClose: () => void;
  onCreated: (department: Department) => void;
}

export function CreateDepartment({ parent, onClose, onCreated }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const create = useCreateDepartment();
  const rules = useNameRules();
  const submit = ({ name }: { name: string }) =>
    follow(create.mutateAsync({ parentId: parent.id, name: name.trim() }), {
      onSuccess: (department) => {
        void message.success(t("admin.departments.created", { name: department.name }));
        onCreated(department);
        onClose();
      },
    });
  return (
    <Modal
      open
      title={t("admin.departments.createTitle", { parent: parent.name })}
      okText={t("admin.departments.createFirst")}
      cancelText={t("form.cancel")}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="name" label={t("admin.departments.name")} rules={rules}>
          <Input maxLength={64} autoFocus />
        </Form.Item>
        <FormProblem error={create.error} fields={DEPARTMENT_PROBLEMS} />
      </Form>
    </Modal>
  );
}
