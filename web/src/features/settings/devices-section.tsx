import { DesktopOutlined, MobileOutlined, RobotOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./settings-page.module.css";
import { type Device, devicesQuery, useRevokeDevice } from "./use-settings";

export function DevicesSection() {
  const { t } = useText();
  const devices = useInfiniteQuery(devicesQuery);
  const all = devices.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className={css.lead}>{t("settings.devices.lead")}</p>
      {devices.isPending && <RowSkeletons count={3} label={t("settings.devices.loading")} />}
      <ProblemNote problem={devices.error} />
      <ul className={css.devices}>
        {all.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
      <MoreButton pages={devices} />
    </>
  );
}

function DeviceRow({ device }: { device: Device }) {
  const { t, locale } = useText();
  const { modal, message } = App.useApp();
  const revoke = useRevokeDevice();
  const ask = () =>
    modal.confirm({
      title: t("settings.devices.revokeTitle", { device: device.device }),
      content: t("settings.devices.revokeText"),
      okText: t("settings.devices.revoke"),
      cancelText: t("form.cancel"),
      onOk: () =>
        revoke.mutateAsync(device.id).then(
          () => void message.success(t("settings.devices.revoked")),
          (error) => void message.error(problemText(t, error)),
        ),
    });
  const phone = /iPhone|iPad|Android/.test(device.device);
  return (
    <li className={css.device}>
      <span className={css.deviceIcon} aria-hidden="true">
        {device.bearer ? <RobotOutlined /> : phone ? <MobileOutlined /> : <DesktopOutlined />}
      </span>
      <span className={css.deviceText}>
        <span className={css.deviceName}>
          {device.device}
          {device.current && <span className={css.tag}>{t("settings.devices.current")}</span>}
          {device.bearer && <span className={css.tag}>{t("settings.devices.program")}</span>}
        </span>
        <span className={css.small} title={absolute(device.lastSeenAt)}>
          {t("settings.devices.seen", { time: dayAndClock(device.lastSeenAt, locale) })} ·{" "}
          {t("settings.devices.address", { address: device.address })}
        </span>
      </span>
      {!device.current && <Button onClick={ask}>{t("settings.devices.revoke")}</Button>}
    </li>
  );
}
