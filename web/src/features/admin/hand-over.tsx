import { useQuery } from "@tanstack/react-query";
import { Button, Form, Modal } from "antd";
import { useState } from "react";
import { memberQuery } from "@/api/directory";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./company-page.module.css";
import { useHandOver } from "./use-company";

/** Giving the company to somebody else: named twice before it happens. */
export function HandOver({ company }: { company: string }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <section className={css.card} aria-labelledby="company-owner">
      <h2 className={css.cardTitle} id="company-owner">
        {t("admin.company.owner")}
      </h2>
      <p className={css.quiet}>{t("admin.company.ownerHelp")}</p>
      <Button danger style={{ marginTop: 16 }} onClick={() => setOpen(true)}>
        {t("admin.company.transfer")}
      </Button>
      {open && <HandOverDialog company={company} onClose={() => setOpen(false)} />}
    </section>
  );
}

function HandOverDialog({ company, onClose }: { company: string; onClose: () => void }) {
  const { t } = useText();
  const handOver = useHandOver();
  const [chosen, setChosen] = useState<number[]>([]);
  const heir = chosen[0];
  const person = useQuery({ ...memberQuery(heir ?? 0), enabled: heir !== undefined });
  const name = heir !== undefined ? (person.data?.name ?? "") : "";
  return (
    <Modal
      open
      title={t("admin.company.transferTitle")}
      okText={name ? t("admin.company.transferDo", { name }) : t("admin.company.transfer")}
      cancelText={t("form.cancel")}
      okButtonProps={{ danger: true, disabled: !person.data, loading: handOver.isPending || handOver.isSuccess }}
      onOk={() => heir !== undefined && handOver.mutate(heir)}
      onCancel={onClose}
    >
      <p className={css.quiet}>{t("admin.company.transferText", { company })}</p>
      <Form layout="vertical" style={{ marginTop: 16 }}>
        <Form.Item label={t("admin.company.transferTo")} htmlFor="heir">
          <PersonPicker id="heir" single value={chosen} onChange={setChosen} />
        </Form.Item>
      </Form>
      <ProblemNote problem={handOver.error} />
    </Modal>
  );
}
