import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import type { Stage } from "@/api/customer-types";
import { useText } from "@/lib/i18n";
import { moved } from "@/lib/moved";
import { IconButton } from "@/ui/icon-button";
import css from "./customer.module.css";
import { freshKey } from "./fresh-key";
import { stageName } from "./use-customers";

interface Props {
  stages: Stage[];
  onChange: (stages: Stage[]) => void;
}

const MOST = 20;

/** The stages of a customer's life in their order; the first is where everybody begins. */
export function StagesEditor({ stages, onChange }: Props) {
  const { t } = useText();
  const set = (place: number, part: Partial<Stage>) =>
    onChange(stages.map((stage, index) => (index === place ? { ...stage, ...part } : stage)));
  const move = (place: number, by: number) => onChange(moved(stages, place, by));
  return (
    <section className={css.card} aria-label={t("customer.settings.stages")}>
      <h2 className={css.partTitle}>{t("customer.settings.stages")}</h2>
      <p className={css.quiet}>{t("customer.settings.stagesHelp")}</p>
      <ul className={css.stack}>
        {stages.map((stage, place) => (
          <li key={stage.key} className={`${css.rowLine} ${css.editLine}`}>
            <Input
              maxLength={30}
              aria-label={t("customer.settings.stageName", { place: place + 1 })}
              placeholder={stageName(t, undefined, stage.key)}
              value={stage.name}
              onChange={(event) => set(place, { name: event.target.value })}
            />
            <Checkbox
              checked={stage.lost}
              disabled={place === 0}
              onChange={(event) => set(place, { lost: event.target.checked })}
            >
              {t("customer.settings.lost")}
            </Checkbox>
            <IconButton
              size="small"
              icon={<ArrowUpOutlined />}
              label={t("customer.tags.up", { name: stageName(t, stage, stage.key) })}
              disabled={place === 0}
              onClick={() => move(place, -1)}
            />
            <IconButton
              size="small"
              icon={<ArrowDownOutlined />}
              label={t("customer.tags.down", { name: stageName(t, stage, stage.key) })}
              disabled={place === stages.length - 1}
              onClick={() => move(place, 1)}
            />
            <IconButton
              size="small"
              icon={<DeleteOutlined />}
              label={t("customer.tags.removeOwn", { name: stageName(t, stage, stage.key) })}
              disabled={stages.length === 1}
              onClick={() => onChange(stages.filter((each) => each !== stage))}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={<PlusOutlined />}
        disabled={stages.length >= MOST}
        onClick={() =>
          onChange([
            ...stages,
            {
              key: freshKey(
                "stage",
                stages.map(({ key }) => key),
              ),
              name: t("customer.settings.newStage"),
              lost: false,
            },
          ])
        }
      >
        {t("customer.settings.addStage")}
      </Button>
    </section>
  );
}
