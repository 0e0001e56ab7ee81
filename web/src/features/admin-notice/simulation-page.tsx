import { MobileOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, Modal, Select, Switch } from "antd";
import { useState } from "react";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { loginKind } from "@/lib/login-text";
import { problemText } from "@/lib/problem-text";
import { AdminLink } from "@/ui/admin-link";
import { EmptyState } from "@/ui/empty-state";
import { FormProblem } from "@/ui/form-problem";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { PhoneCard } from "./phone-card";
import css from "./simulation-page.module.css";
import {
  NETWORKS,
  phonesQuery,
  type Simulation,
  simulationQuery,
  usePutPhone,
  useSetSimulation,
} from "./use-simulation";

/** Telephones on a page: what a real network would do, without anybody being reached. */
export function SimulationPage() {
  const { t } = useText();
  const simulation = useQuery(simulationQuery);
  const [adding, setAdding] = useState(false);
  const state = simulation.data;
  const on = state !== undefined && (state.sms === "SIMULATED" || state.voice === "SIMULATED");
  return (
    <div className={css.page}>
      <PageHead
        title={t("admin.places.simulation")}
        lead={t("notice.sim.lead")}
        actions={
          on && (
            <>
              <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {t("notice.sim.addPhone")}
              </Button>
              <Power simulation={state} />
            </>
          )
        }
      />
      <ProblemNote problem={simulation.error} />
      {simulation.isPending && <RowSkeletons count={3} label={t("form.loading")} />}
      {state && !on && <Off simulation={state} />}
      {on && <Banner simulation={state} />}
      {on && <Phones onAdd={() => setAdding(true)} />}
      {adding && <AddPhone onClose={() => setAdding(false)} />}
    </div>
  );
}

function Off({ simulation }: { simulation: Simulation }) {
  const { t } = useText();
  const { message } = App.useApp();
  const set = useSetSimulation();
  const real = simulation.sms === "REAL" && simulation.voice === "REAL";
  if (real) {
    return (
      <EmptyState
        icon={<MobileOutlined />}
        title={t("notice.sim.real")}
        text={t("notice.sim.realText")}
        action={<AdminLink to="/channels">{t("notice.sim.toChannels")}</AdminLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={<MobileOutlined />}
      title={t("notice.sim.off")}
      text={t("notice.sim.offText")}
      action={
        <Button
          type="primary"
          loading={set.isPending}
          onClick={() =>
            follow(set.mutateAsync({ on: true }), { onError: (error) => void message.error(problemText(t, error)) })
          }
        >
          {t("notice.sim.turnOn")}
        </Button>
      }
    />
  );
}

function Power({ simulation }: { simulation: Simulation }) {
  const { t } = useText();
  const { message } = App.useApp();
  const set = useSetSimulation();
  const failed = (error: unknown) => void message.error(problemText(t, error));
  return (
    <>
      <Select
        aria-label={t("notice.sim.network")}
        prefix={t("notice.sim.network")}
        className={css.network}
        value={simulation.network}
        onChange={(network) => follow(set.mutateAsync({ on: true, network }), { onError: failed })}
        options={NETWORKS.map((value) => ({ value, label: t(`notice.sim.networks.${value}`) }))}
      />
      <span className={css.power}>
        <span aria-hidden="true">{t("notice.sim.on")}</span>
        <Switch
          aria-label={t("notice.sim.on")}
          checked
          loading={set.isPending}
          onChange={() =>
            follow(set.mutateAsync({ on: false }), {
              onSuccess: () => void message.info(t("notice.sim.turnedOff")),
              onError: failed,
            })
          }
        />
      </span>
    </>
  );
}

/** Nobody may take this for the real thing, nor the real thing for this. */
function Banner({ simulation }: { simulation: Simulation }) {
  const { t } = useText();
  const sms = t("notice.channel.SMS");
  const voice = t("notice.channel.VOICE");
  const real = simulation.sms === "REAL" ? sms : simulation.voice === "REAL" ? voice : null;
  return (
    <Alert
      className={css.banner}
      type="warning"
      showIcon
      title={t("notice.sim.banner")}
      description={
        real === null
          ? t("notice.sim.bannerText")
          : t("notice.sim.bannerHalf", { real, simulated: real === sms ? voice : sms })
      }
    />
  );
}

function Phones({ onAdd }: { onAdd: () => void }) {
  const { t } = useText();
  const phones = useQuery(phonesQuery);
  // News moves a phone to the front on the server; here each keeps its place, so that no button runs away.
  const [order, setOrder] = useState<readonly string[]>([]);
  const items = phones.data?.items ?? [];
  const fresh = items.filter(({ number }) => !order.includes(number)).map(({ number }) => number);
  if (fresh.length > 0) setOrder([...fresh, ...order]);
  const shown = order.flatMap((number) => items.find((phone) => phone.number === number) ?? []);
  return (
    <>
      <ProblemNote problem={phones.error} />
      {phones.isPending && <RowSkeletons count={3} label={t("form.loading")} />}
      {phones.data && items.length === 0 && (
        <EmptyState
          icon={<MobileOutlined />}
          title={t("notice.sim.none")}
          text={t("notice.sim.noneText")}
          action={<Button onClick={onAdd}>{t("notice.sim.addPhone")}</Button>}
        />
      )}
      {shown.length > 0 && (
        <ul className={css.phones} aria-label={t("notice.sim.phones")}>
          {shown.map((phone) => (
            <PhoneCard key={phone.number} phone={phone} />
          ))}
        </ul>
      )}
    </>
  );
}

function AddPhone({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const [form] = Form.useForm<{ number: string }>();
  const put = usePutPhone();
  return (
    <Modal
      open
      title={t("notice.sim.addPhone")}
      okText={t("notice.sim.addDo")}
      cancelText={t("form.cancel")}
      confirmLoading={put.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="phone"
        layout="vertical"
        requiredMark={false}
        onFinish={({ number }) =>
          follow(put.mutateAsync({ number: number.replace(/[\s()-]/g, ""), on: true, delivery: "AT_ONCE" }), {
            onSuccess: onClose,
          })
        }
      >
        <Form.Item
          name="number"
          label={t("notice.sim.number")}
          rules={[
            {
              validator: (_rule, value?: string) =>
                loginKind(value ?? "") === "phone" ? Promise.resolve() : Promise.reject(new Error()),
              message: t("notice.sim.numberNeeded"),
            },
          ]}
        >
          <Input autoFocus inputMode="tel" maxLength={30} placeholder="+86 138 0013 8000" />
        </Form.Item>
        <FormProblem error={put.error} fields={{ "noticesim.bad_number": "number" }} />
      </Form>
    </Modal>
  );
}
