import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, InputNumber, Select, Switch } from "antd";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { ERROR_MEANINGS, type Field } from "./carrier-fields";
import css from "./channels-page.module.css";

interface Props {
  field: Field;
  /** It has a value that is not shown. */
  kept: boolean;
}

export function CarrierField({ field, kept }: Props) {
  const { t } = useText();
  const label = t(`notice.field.${field.word}`);
  if (field.input === "pairs" || field.input === "reasons") return <PairsField field={field} />;
  return (
    <Form.Item
      name={field.path}
      label={label}
      extra={field.help && t(`notice.help.${field.help}`)}
      valuePropName={field.input === "switch" ? "checked" : undefined}
      rules={field.need ? [{ required: true, whitespace: true, message: t("form.required") }] : undefined}
    >
      {control(field, kept ? t("notice.unchanged") : undefined, (option) => t(`notice.choice.${option}`))}
    </Form.Item>
  );
}

type Option = NonNullable<Field["options"]>[number];

function control(field: Field, kept: string | undefined, nameOf: (option: Option) => string) {
  const usual = field.usual === undefined ? undefined : String(field.usual);
  switch (field.input) {
    case "area":
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={field.max} spellCheck={false} />;
    case "secret":
      return <Input.Password placeholder={kept} maxLength={field.max} autoComplete="new-password" />;
    case "number":
      return <InputNumber className={css.number} min={field.min} max={field.max} precision={0} placeholder={usual} />;
    case "switch":
      return <Switch />;
    case "choice":
      return <Select options={field.options?.map((value) => ({ value, label: nameOf(value) }))} />;
    case "tags":
      return <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", " "]} />;
    default:
      return <Input maxLength={field.max} placeholder={usual} spellCheck={false} autoComplete="off" />;
  }
}

/** Names and values, as many as are needed. */
function PairsField({ field }: { field: Field }) {
  const { t } = useText();
  const label = t(`notice.field.${field.word}`);
  const meanings = ERROR_MEANINGS.map((value) => ({
    value,
    label: value === "LATER" ? t("notice.later") : t(`notice.reason.${value}`),
  }));
  return (
    <fieldset className={css.pairs}>
      <legend className={css.legend}>{label}</legend>
      <Form.List name={field.path}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={css.pair}>
                <Form.Item name={[name, "name"]} noStyle>
                  <Input aria-label={t("notice.pairName", { field: label })} maxLength={100} />
                </Form.Item>
                <Form.Item name={[name, "value"]} noStyle>
                  {field.input === "reasons" ? (
                    <Select aria-label={t("notice.pairValue", { field: label })} options={meanings} />
                  ) : (
                    <Input aria-label={t("notice.pairValue", { field: label })} maxLength={1000} />
                  )}
                </Form.Item>
                <IconButton icon={<DeleteOutlined />} label={t("notice.pairRemove")} onClick={() => remove(name)} />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              onClick={() => add(field.input === "reasons" ? { value: "NOT_DELIVERED" } : {})}
            >
              {t("notice.pairAdd")}
            </Button>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
      {field.help && <p className={css.quiet}>{t(`notice.help.${field.help}`)}</p>}
    </fieldset>
  );
}
