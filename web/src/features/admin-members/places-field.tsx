import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Form, Input, Radio } from "antd";
import { useText } from "@/lib/i18n";
import { DepartmentSelect } from "@/ui/department-select";
import { IconButton } from "@/ui/icon-button";
import css from "./members-page.module.css";

/** Several departments, each with its own title and leader mark; one of them is the main one. */
export function PlacesField() {
  const { t } = useText();
  const form = Form.useFormInstance();
  const main: number = Form.useWatch("main", form) ?? 0;
  const choose = (index: number) => form.setFieldValue("main", index);
  const removed = (index: number) => {
    if (index === main) choose(0);
    else if (index < main) choose(main - 1);
  };
  return (
    <Form.Item label={t("admin.member.departments")} extra={t("admin.member.departmentsHelp")}>
      <Form.Item name="main" hidden noStyle>
        <Input />
      </Form.Item>
      <Form.List name="places">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a card in every browser
              <div
                key={field.key}
                className={css.place}
                role="group"
                aria-label={`${t("admin.member.department")} ${index + 1}`}
              >
                <div className={css.two}>
                  <Form.Item name={[field.name, "id"]} label={t("admin.member.department")}>
                    <DepartmentSelect allowClear />
                  </Form.Item>
                  <Form.Item name={[field.name, "title"]} label={t("admin.member.departmentTitle")}>
                    <Input maxLength={80} />
                  </Form.Item>
                </div>
                <div className={css.placeMarks}>
                  <Form.Item name={[field.name, "leader"]} valuePropName="checked">
                    <Checkbox>{t("admin.member.leader")}</Checkbox>
                  </Form.Item>
                  <Radio checked={index === main} onChange={() => choose(index)}>
                    {t("admin.member.main")}
                  </Radio>
                  <IconButton
                    className={css.placeRemove}
                    icon={<DeleteOutlined />}
                    label={t("admin.member.removeDepartment")}
                    onClick={() => {
                      remove(field.name);
                      removed(index);
                    }}
                  />
                </div>
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})} disabled={fields.length >= 100}>
              {t("admin.member.addDepartment")}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
