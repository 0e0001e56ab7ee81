import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { type AttributeDraft, attributeFlaw } from "./attributes-rule";
import css from "./way.module.css";
import { freshKey } from "./way-draft";

const MOST = 10;
const FIELDS = [
  ["label", 12],
  ["text", 32],
  ["url", 500],
] as const;

interface Props {
  value: AttributeDraft[];
  tried: boolean;
  onChange: (value: AttributeDraft[]) => void;
}

/** Lines of a business card: each a text, or a name that leads somewhere. */
export function AttributesField({ value, tried, onChange }: Props) {
  const { t } = useText();
  return (
    <div className={css.field}>
      {value.map((line, index) => {
        const flaw = tried ? attributeFlaw(line) : null;
        const place = index + 1;
        return (
          <div key={line.key}>
            <div className={css.attribute}>
              {FIELDS.map(([name, most]) => (
                <Input
                  key={name}
                  maxLength={most}
                  type={name === "url" ? "url" : "text"}
                  aria-label={t(`way.attributes.${name}Of`, { place })}
                  placeholder={t(`way.attributes.${name}`)}
                  value={line[name]}
                  onChange={({ target }) => onChange(value.with(index, { ...line, [name]: target.value }))}
                />
              ))}
              <IconButton
                size="small"
                icon={<DeleteOutlined />}
                label={t("way.attributes.remove", { place })}
                onClick={() => onChange(value.toSpliced(index, 1))}
              />
            </div>
            {flaw && (
              <p role="alert" className={css.flaw}>
                {t(`way.attributes.flaws.${flaw}`)}
              </p>
            )}
          </div>
        );
      })}
      <Button
        className={css.start}
        icon={<PlusOutlined />}
        disabled={value.length >= MOST}
        onClick={() => onChange([...value, { key: freshKey(value), label: "", text: "", url: "" }])}
      >
        {t("way.attributes.add")}
      </Button>
    </div>
  );
}
